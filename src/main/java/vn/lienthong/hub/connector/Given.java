package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.InstantSource;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/** The variables of a mapping, made only when it asks for them. */
final class Given extends AbstractMap<String, JsonNode> {
    private final Exchange exchange;
    private final Call call;
    private final Papers papers;
    private final InstantSource clock;

    Given(Exchange exchange, Call call, Papers papers, InstantSource clock) {
        this.exchange = exchange;
        this.call = call;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public JsonNode getOrDefault(Object name, JsonNode otherwise) {
        return get(name);
    }

    @Override
    public JsonNode get(Object name) {
        return switch (String.valueOf(name)) {
            case "message" -> call.message();
            case "papers" -> papers.of(call.message(), call.card().id());
            case "settings" -> call.card().settings();
            case "credentials" -> Call.texts(call.card().credentials());
            case "url" -> TextNode.valueOf(call.card().url());
            case "session" -> text(call.session());
            case "token" -> text(call.token());
            case "http" -> http();
            case "headers" -> headers();
            case "now" -> TextNode.valueOf(Times.text(Times.inOffice(clock.instant())));
            default -> NullNode.instance;
        };
    }

    private static JsonNode text(@Nullable String value) {
        return value == null ? NullNode.instance : TextNode.valueOf(value);
    }

    private JsonNode http() {
        var status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return status == null ? NullNode.instance : IntNode.valueOf(status);
    }

    private JsonNode headers() {
        var node = JsonNodeFactory.instance.objectNode();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (value != null && !name.startsWith("Camel")) {
                node.put(name.toLowerCase(Locale.ROOT), String.valueOf(value));
            }
        });
        return node;
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        throw new UnsupportedOperationException("variables are asked for by name");
    }
}
