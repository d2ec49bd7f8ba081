package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Translator;
import vn.lienthong.hub.intake.Hearing.Heard;
import vn.lienthong.hub.json.Json;

/** Brings a kept message to its end: reports what it says, and keeps what its sender is to be answered. */
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final int LONGEST_REST = 6; // times doubled: a little over five minutes

    private final Reporting reporting;
    private final Translator translator;
    private final ReceivedRows rows;
    private final InstantSource clock;

    Settling(Reporting reporting, Translator translator, ReceivedRows rows, InstantSource clock) {
        this.reporting = reporting;
        this.translator = translator;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Can be done again at any time: until the row is settled nothing of it is lost, and nothing is done twice.
     *
     * @return what to answer, absent where nobody waits for one or none can be worded
     */
    Callbacks.@Nullable Answer settle(SystemCard card, Received received, Heard heard) {
        var fate = fate(card, received, heard);
        var answer = answer(card, received, heard, fate);
        if (fate instanceof Fate.Later later) {
            rows.rest(received, later.cause(), clock.instant().plus(rest(received.tries())));
            return answer;
        }
        if (rows.settle(received, fate, answer, clock.instant())) {
            return answer;
        }
        // another was faster: its answer is the answer
        return rows.find(received.id()).map(Received::answer).orElse(answer);
    }

    private Fate fate(SystemCard card, Received received, Heard heard) {
        if (heard.dead() != null) {
            return heard.dead();
        }
        return reporting.report(card, received.key(), heard.translated());
    }

    private static Duration rest(int tries) {
        return SHORTEST_REST.multipliedBy(1L << Math.min(tries, LONGEST_REST));
    }

    private Callbacks.@Nullable Answer answer(SystemCard card, Received received, Heard heard, Fate fate) {
        if (!card.inbound().callbacks().containsKey(received.name())) {
            return null;
        }
        var result = Json.MAPPER.createObjectNode().put("state", fate.state()).put("id", received.message());
        result.set("told", heard.translated());
        switch (fate) {
            case Fate.Reported reported -> result.set("values", reported.values());
            case Fate.Dead dead -> result.put("cause", dead.cause());
            case Fate.Later later -> result.put("cause", later.cause());
        }
        return written(card, received.name(), heard, result);
    }

    /** In the system's own form, that nobody believes this came from it. */
    Callbacks.@Nullable Answer tellUnproven(SystemCard card, String name, Heard heard) {
        return written(card, name, heard, Json.MAPPER.createObjectNode().put("state", "UNPROVEN"));
    }

    private Callbacks.@Nullable Answer written(SystemCard card, String name, Heard heard, JsonNode result) {
        try {
            var written = translator.answer(card, name, heard.message(), result);
            return new Callbacks.Answer(written.status(), written.mediaType(), written.body());
        } catch (Translator.Untranslatable e) {
            LOG.error("{} cannot be answered: {}", card.id(), e.getMessage());
            return null;
        }
    }
}
