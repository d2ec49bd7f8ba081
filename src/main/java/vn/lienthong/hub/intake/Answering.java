package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Answers whoever sent a message that was fetched, where the message wants an answer. It is made of what is kept and of
 * nothing else, so that one who is answered again is told the same.
 */
@Component
class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Hearing hearing;
    private final Asking asking;

    Answering(Hearing hearing, Asking asking) {
        this.hearing = hearing;
        this.asking = asking;
    }

    /**
     * One who takes no answer keeps nobody else from being heard.
     *
     * @throws Asking.Unasked when it must be tried again
     */
    void answer(SystemCard card, String verb, Received received) {
        var wanted = hearing.hear(card, received.name(), received.raw(), received.headers())
                .translated()
                .path("answer");
        if (wanted.isObject() && asking.take(card, verb, question(received, wanted)) instanceof Outcome.Refused) {
            LOG.warn("{} takes no answer to a message of {}", card.id(), received.name());
        }
    }

    private static ObjectNode question(Received received, JsonNode wanted) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("id", received.message())
                .put("state", received.state())
                .put("cause", received.cause())
                .put("receivedAt", Times.text(received.receivedAt()));
        question.set("answer", wanted);
        return question;
    }
}
