package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.live.Live;

/** Runs the routes that only translate: what a system sent by itself, and how it is answered. Nobody is called. */
@Component
public final class Translator {
    private static final String ANSWER = "-answer";
    private static final int OK = 200;

    private final Live live;

    Translator(Live live) {
        this.live = live;
    }

    /** An answer in the system's own form. */
    public record Written(int status, @Nullable String mediaType, byte[] body) {}

    /** What cannot be translated; the message quotes no content. */
    public static final class Untranslatable extends RuntimeException {
        Untranslatable(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * What the system tells, in canonical form.
     *
     * @param verb the name of the callback or pull
     * @throws Untranslatable when its mapping cannot read it
     */
    public JsonNode translate(SystemCard card, String verb, JsonNode message) {
        var exchange = run(card, verb, message, message);
        return CamelRoutes.tree(exchange.getMessage().getBody());
    }

    /**
     * What to answer to it.
     *
     * @param result what became of it
     * @throws Untranslatable when its mapping cannot say it
     */
    public Written answer(SystemCard card, String verb, JsonNode message, JsonNode result) {
        var left = run(card, verb + ANSWER, message, result).getMessage();
        var status = left.getHeader(Exchange.HTTP_RESPONSE_CODE, OK, Integer.class);
        return new Written(status, left.getHeader(Exchange.CONTENT_TYPE, String.class), left.getBody(byte[].class));
    }

    private Exchange run(SystemCard card, String verb, JsonNode message, JsonNode body) {
        var exchange = live.hold(() -> run(live.part(CamelRoutes.class), card, verb, message, body));
        if (exchange.getException() != null) {
            throw untranslatable(exchange.getException());
        }
        return exchange;
    }

    private static Exchange run(CamelRoutes routes, SystemCard asGiven, String verb, JsonNode message, JsonNode body) {
        var card = routes.card(asGiven).orElseThrow(() -> new Untranslatable("the system was taken away"));
        return routes.run(new Call(card, message, null, null), card.id() + "." + verb, Map.of(), body);
    }

    private static Untranslatable untranslatable(Throwable failure) {
        var known = Faults.find(failure, Faults.RequestNotMapped.class);
        var cause = known == null ? Faults.find(failure, Faults.ReplyNotMapped.class) : known;
        return new Untranslatable(
                cause == null ? failure.getClass().getSimpleName() : String.valueOf(cause.getMessage()));
    }
}
