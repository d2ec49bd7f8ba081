package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.security.Caller;

/**
 * Asks the system whose card answers the question. Who asked, for which officer, purpose and dossier is durable before
 * the answer is given; that write and the call run side by side.
 */
@Component
class CardInquiries implements Inquiries {
    private final Cards cards;
    private final Connector connector;
    private final Breakers breakers;
    private final Audit audit;
    private final Map<Slots, Semaphore> slots = new ConcurrentHashMap<>();

    CardInquiries(Cards cards, Connector connector, Breakers breakers, Audit audit) {
        this.cards = cards;
        this.connector = connector;
        this.breakers = breakers;
        this.audit = audit;
    }

    /** A card that allows another number counts anew. */
    private record Slots(String system, int most) {}

    @Override
    public Answer ask(String question, JsonNode body, Caller caller) {
        var card = cards.answering(question)
                .orElseThrow(() -> new IllegalStateException("no card answers the question " + question));
        return ask(card, question, body, caller);
    }

    @Override
    public Answer ask(String system, String question, JsonNode body, Caller caller) {
        return ask(cards.get(system), question, body, caller);
    }

    private Answer ask(SystemCard card, String question, JsonNode body, Caller caller) {
        var slot = slots.computeIfAbsent(
                new Slots(card.id(), card.limits().concurrency()), limit -> new Semaphore(limit.most));
        if (!tryTake(slot, card.limits().timeout())) {
            return new Answer.Unavailable(card.limits().timeout());
        }
        try {
            return askAllowed(question, body, caller, card);
        } finally {
            slot.release();
        }
    }

    private Answer askAllowed(String question, JsonNode body, Caller caller, SystemCard card) {
        if (!breakers.tryCall(card)) {
            return new Answer.Unavailable(card.breaker().pause());
        }
        var recorded = audit.record(row(question, body, caller));
        var verb = java.util.Objects.requireNonNull(card.answers().get(question));
        var outcome = breakers.call(card, () -> connector.ask(card, verb, body));
        recorded.join();
        return answer(outcome, card);
    }

    private static Answer answer(Outcome outcome, SystemCard card) {
        return switch (outcome) {
            case Outcome.Acknowledged said ->
                said.answer() == null ? new Answer.Unclear() : new Answer.Known(said.answer());
            case Outcome.Refused refused -> new Answer.Refused(refused.text() == null ? "" : refused.text());
            case Outcome.Unreachable down ->
                new Answer.Unavailable(card.breaker().pause());
            default -> new Answer.Unclear();
        };
    }

    private static AuditRow row(String question, JsonNode body, Caller caller) {
        return new AuditRow(
                caller.client(),
                "inquiry." + question,
                text(body.path("dossier")),
                text(body.at("/officer/idNumber")),
                text(body.path("purpose")),
                null);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static boolean tryTake(Semaphore slot, Duration patience) {
        try {
            return slot.tryAcquire() || slot.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
