package vn.lienthong.hub.payment;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Roles;
import vn.lienthong.hub.security.UnitScope;

/**
 * Tells the ledger of a paid order, under the order's number as key and with nothing in it that another try would write
 * otherwise: told twice, it is one entry.
 */
@Component
class Recording {
    private static final String IN_PROGRESS = "request.in-progress";
    private static final String PAID_ALREADY = "entry.out-of-order";

    private final Ledger ledger;
    private final OrderRows rows;
    private final InstantSource clock;

    Recording(Ledger ledger, OrderRows rows, InstantSource clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.clock = clock;
    }

    void record(PaymentOrder order, SystemCard card) {
        var payment = Objects.requireNonNull(card.payment());
        try {
            var receipt = ledger.append(entry(order, payment.paidVia())).join();
            rows.recorded(order.number(), receipt.entry(), payment.bill() ? clock.instant() : null);
        } catch (CompletionException e) {
            refused(order, e.getCause());
        }
    }

    private void refused(PaymentOrder order, @Nullable Throwable why) {
        if (!(why instanceof SubmissionRefused refused)) {
            throw new IllegalStateException("the ledger cannot be told", why);
        }
        if (!refused.code().equals(IN_PROGRESS)) {
            var twice = refused.code().equals(PAID_ALREADY);
            rows.notRecorded(order.number(), twice ? Attention.PAID_TWICE : Attention.NOT_RECORDED, refused.code());
        }
    }

    private static Submission entry(PaymentOrder order, String paidVia) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("event", EntryKind.FEE_PAID.word())
                .put("occurredAt", Times.text(Objects.requireNonNull(order.paidAt())));
        body.set(
                "fee",
                FeeDue.ofOrder(order)
                        .put("paidVia", paidVia)
                        .put("order", order.number())
                        .put(DossierState.PLACE, order.fee()));
        var caller = new Caller("payment:" + order.system(), Set.of(Roles.UPSTREAM), UnitScope.EVERYWHERE);
        return new Submission(caller, order.number(), order.dossier(), EntryKind.FEE_PAID, body);
    }
}
