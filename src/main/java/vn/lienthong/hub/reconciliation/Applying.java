package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.Redelivery;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/**
 * Sets right what can be set right without a person. A correction is an entry of the ledger, addressed to one system, and
 * travels as every other entry does: in order, once, with its attempts on record. It counts as done when the system shows
 * the right value, not when it says yes.
 */
@Component
class Applying {
    private static final int STRETCH = 200;

    private final DiscrepancyRows rows;
    private final Ledger ledger;
    private final Redelivery deliveries;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Applying(
            DiscrepancyRows rows,
            Ledger ledger,
            Redelivery deliveries,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            InstantSource clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Orders some. False when there is nothing left to order. */
    boolean order(Run run, SystemCard card) {
        var some = rows.toOrder(run.id(), STRETCH);
        for (var discrepancy : some) {
            order(discrepancy, card);
        }
        return !some.isEmpty();
    }

    private void order(Discrepancy discrepancy, SystemCard card) {
        if (discrepancy.remedy() == Remedy.RESEND) {
            deliveries.again(discrepancy.system(), discrepancy.dossier());
            rows.ordered(discrepancy.id(), null, clock.instant());
        } else if (card.takesCorrections()) {
            correct(discrepancy);
        } else {
            rows.escalate(
                    discrepancy.id(), card.title() + " không có cách nhận chỉnh sửa từ bên ngoài", clock.instant());
        }
    }

    /** The key makes an order of a node that was killed in between the same order. */
    private void correct(Discrepancy discrepancy) {
        var caller = new Caller(Objects.requireNonNull(discrepancy.decidedBy()), Set.of(), UnitScope.EVERYWHERE);
        var submission = new Submission(
                caller,
                "correction-" + discrepancy.id(),
                discrepancy.dossier(),
                EntryKind.CORRECTION,
                body(discrepancy));
        try {
            UUID entry = ledger.append(submission).join().entry();
            rows.ordered(discrepancy.id(), entry, clock.instant());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof SubmissionRefused refused)) {
                throw e;
            }
            rows.escalate(discrepancy.id(), "sổ cái không nhận lệnh chỉnh sửa: " + refused.code(), clock.instant());
        }
    }

    /** What happened is that it was found: that moment does not change when the order is repeated. */
    private static ObjectNode body(Discrepancy discrepancy) {
        return Json.MAPPER
                .createObjectNode()
                .put("event", EntryKind.CORRECTION.word())
                .put("occurredAt", Times.text(discrepancy.foundAt()))
                .put("system", discrepancy.system())
                .put("discrepancy", discrepancy.id())
                .put("field", discrepancy.field())
                .put("ours", discrepancy.ours())
                .put("theirs", discrepancy.theirs())
                .put("reason", discrepancy.reason());
    }

    boolean isOnItsWay(Run run) {
        return rows.onTheirWay(run.id()) > 0;
    }

    /** Asks about each that was delivered and not seen right in the answer. */
    void readBack(Run run, SystemCard card, ComparisonRules rules) {
        var after = 0L;
        for (var some = rows.ordered(run.id(), after, STRETCH);
                !some.isEmpty();
                some = rows.ordered(run.id(), after, STRETCH)) {
            for (var discrepancy : some) {
                readBack(discrepancy, card, rules);
                after = discrepancy.id();
            }
        }
    }

    private void readBack(Discrepancy discrepancy, SystemCard card, ComparisonRules rules) {
        if (discrepancy.correction() != null) {
            deliveries.skip(card.id(), discrepancy.correction()); // a correction that was refused holds nobody back
        }
        switch (deliveries.ask(card.id(), discrepancy.dossier())) {
            case Outcome.Acknowledged there -> judge(discrepancy, there, rules);
            case Outcome.Absent absent ->
                rows.escalate(
                        discrepancy.id(),
                        "đã gửi chỉnh sửa, nhưng " + card.title() + " không giữ lại",
                        clock.instant());
            case Outcome.Unreachable down ->
                throw new Listing.CannotRead(false, card.title() + " đang không liên lạc được");
            default ->
                rows.escalate(
                        discrepancy.id(), "đã gửi, nhưng " + card.title() + " không cho đọc lại", clock.instant());
        }
    }

    private void judge(Discrepancy discrepancy, Outcome.Acknowledged there, ComparisonRules rules) {
        Instant now = clock.instant();
        var shown = there.storedTimes() == null ? Json.MAPPER.createObjectNode() : there.storedTimes();
        var still = new Comparison(rules, calendar)
                .differences(truth(discrepancy.dossier()), shown).stream()
                        .anyMatch(
                                d -> d.kind() == discrepancy.kind() && d.field().equals(discrepancy.field()));
        if (still) {
            rows.escalate(discrepancy.id(), "đã gửi chỉnh sửa, hệ thống vẫn giữ giá trị cũ", now);
        } else {
            rows.close(
                    discrepancy.system(), discrepancy.kind(), discrepancy.field(), List.of(discrepancy.dossier()), now);
        }
    }

    private Truth truth(String dossier) {
        return jdbc.sql("select code, procedure, received_at, due_at, status, state from dossier where code = ?")
                .param(dossier)
                .query((row, n) -> Sides.truth(row))
                .single();
    }
}
