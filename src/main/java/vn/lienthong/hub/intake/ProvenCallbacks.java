package vn.lienthong.hub.intake;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.intake.Hearing.Heard;

/**
 * Callbacks by the cards: prove, keep, report, answer. Killed between any two of these, the message is either not kept
 * and not answered, so that its sender sends it again, or kept, and settled by whichever node looks next.
 */
@Component
final class ProvenCallbacks implements Callbacks {
    private static final Answer FAULT = new Answer(500, null, new byte[0]);

    private final Cards cards;
    private final Hearing hearing;
    private final Settling settling;
    private final Keeping keeping;
    private final Audit audit;
    private final InstantSource clock;

    ProvenCallbacks(
            Cards cards, Hearing hearing, Settling settling, Keeping keeping, Audit audit, InstantSource clock) {
        this.cards = cards;
        this.hearing = hearing;
        this.settling = settling;
        this.keeping = keeping;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public int largest(String system) {
        return cards.find(system).orElseThrow(Unknown::new).limits().answerSize();
    }

    @Override
    public Answer take(String system, String name, Message message) {
        var card = cards.find(system).orElseThrow(Unknown::new);
        var callback = card.inbound().callbacks().get(name);
        if (callback == null || callback.query() != message.query()) {
            throw new Unknown();
        }
        if (!Proofs.hold(card, callback, message, clock.instant())) {
            throw unproven(system, name);
        }
        var kept = kept(callback, message.headers());
        var heard = hearing.hear(card, name, message.raw(), kept);
        if (callback.proof().by() == Inbound.By.MAPPING && !heard.isAuthentic()) {
            return told(card, name, heard, unproven(system, name));
        }
        var received = keeping.keep(card, name, id(callback, kept, heard), message.raw(), kept, heard);
        var answer = received.answer() == null ? settling.settle(card, received, heard) : received.answer();
        return answer == null ? FAULT : answer;
    }

    private Answer told(SystemCard card, String name, Hearing.Heard heard, Unproven unproven) {
        var told = java.util.Objects.requireNonNull(card.inbound().callbacks().get(name))
                .proof()
                .told();
        var answer = told && heard.dead() == null ? settling.tellUnproven(card, name, heard) : null;
        if (answer == null) {
            throw unproven;
        }
        return answer;
    }

    private Unproven unproven(String system, String name) {
        audit.record(new AuditRow("unproven", "intake.refused", null, null, null, system + "/" + name))
                .join();
        return new Unproven();
    }

    private static Map<String, String> kept(Inbound.Callback callback, Map<String, String> headers) {
        Set<String> names = new HashSet<>(callback.headers());
        names.add("content-type");
        if (callback.id() != null) {
            names.add(callback.id());
        }
        var kept = new LinkedHashMap<>(headers);
        kept.keySet().retainAll(names);
        return kept;
    }

    private static String id(Inbound.Callback callback, Map<String, String> kept, Heard heard) {
        return callback.id() == null ? heard.translated().path("id").asText("") : kept.getOrDefault(callback.id(), "");
    }
}
