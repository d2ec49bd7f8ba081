package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.OutcomeRule;
import vn.lienthong.hub.catalog.SystemCard;

/** What the rules of a card make of a mapped reply, in one word. */
public final class CardReading {
    private CardReading() {}

    public static String word(
            SystemCard card, JsonNode mapped, @Nullable Integer http, boolean platformFault, boolean probe) {
        var reply = Reply.of(mapped, http, platformFault);
        if (Reading.isUnauthenticated(reply, card.outcomes())) {
            return "unauthenticated";
        }
        return (probe ? Reading.ofProbe(reply, card.outcomes()) : Reading.ofSend(reply, card.outcomes())).word();
    }

    /** The rule that a mapped reply is read by; none where none holds. */
    public static Optional<OutcomeRule> rule(
            SystemCard card, JsonNode mapped, @Nullable Integer http, boolean platformFault) {
        return Reading.deciding(Reply.of(mapped, http, platformFault), card.outcomes());
    }
}
