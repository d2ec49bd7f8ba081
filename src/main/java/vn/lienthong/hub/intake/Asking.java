package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;

/** Puts the questions of a pull to a system, as long as its breaker lets them through. */
@Component
class Asking {
    private final Connector connector;
    private final Breakers breakers;

    Asking(Connector connector, Breakers breakers) {
        this.connector = connector;
        this.breakers = breakers;
    }

    /** The system could not be asked, or its answer not be read; says so in plain words. */
    static final class Unasked extends RuntimeException {
        Unasked(String why) {
            super(why, null, false, false);
        }
    }

    /** @throws Unasked unless it is answered */
    JsonNode ask(SystemCard card, String verb, ObjectNode question) {
        var outcome = take(card, verb, question);
        if (outcome instanceof Outcome.Acknowledged said) {
            return said.answer() == null ? MissingNode.getInstance() : said.answer();
        }
        throw unasked(outcome);
    }

    /**
     * Acknowledged, or refused for good.
     *
     * @throws Unasked when it must be asked again
     */
    Outcome take(SystemCard card, String verb, ObjectNode question) {
        if (!breakers.tryCall(card)) {
            throw new Unasked("tạm ngừng gọi vì hệ thống này đang lỗi");
        }
        var outcome = breakers.call(card, () -> connector.ask(card, verb, question));
        if (outcome instanceof Outcome.Acknowledged || outcome instanceof Outcome.Refused) {
            return outcome;
        }
        throw unasked(outcome);
    }

    private static Unasked unasked(Outcome outcome) {
        return new Unasked(outcome.text() == null ? String.valueOf(outcome.code()) : outcome.text());
    }
}
