package vn.lienthong.hub.payment;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.ledger.SubmissionRefused;

/**
 * Ends what a person had to look at. What the person found out is judged like a confirmation, and what follows is made
 * by the same hands: a fee is no more paid twice, or told twice, by people than by machines.
 */
@Component
class Settling {
    private static final int CONFLICT = 409;

    private final OrderRows rows;
    private final Observing observing;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Settling(OrderRows rows, Observing observing, Audit audit, TransactionTemplate transaction, InstantSource clock) {
        this.rows = rows;
        this.observing = observing;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<PaymentOrder> settle(String dossier, String number, Finding finding, String by) {
        return Objects.requireNonNull(transaction.execute(status -> rows.find(number)
                .filter(order -> order.dossier().equals(dossier))
                .flatMap(order -> rows.lock(number, order.system()))
                .flatMap(order -> settle(order, finding, by))));
    }

    private Optional<PaymentOrder> settle(PaymentOrder order, Finding finding, String by) {
        requireOpen(order);
        requireFit(order, finding);
        if (finding.what() == Finding.What.DEALT_WITH) {
            rows.calm(order.number());
        } else {
            observing.write(order, judged(order, finding));
        }
        audit.write(List.of(new AuditRow(
                by,
                "payment.settle",
                order.dossier(),
                null,
                finding.reason(),
                order.number() + ", " + finding.what().word())));
        return rows.find(order.number());
    }

    private static void requireOpen(PaymentOrder order) {
        if (order.attention() == null) {
            throw new SubmissionRefused(
                    "payment.nothing-to-settle", CONFLICT, "nobody need look at this order, or somebody has", null);
        }
    }

    /** What is paid stays paid, whoever says otherwise. */
    private static void requireFit(PaymentOrder order, Finding finding) {
        var isPaid = order.state() == PaymentState.PAID;
        if (isPaid != (finding.what() == Finding.What.DEALT_WITH)) {
            throw new SubmissionRefused(
                    "payment.finding-unfit",
                    CONFLICT,
                    isPaid ? "the order is paid, and stays so" : "the order is not paid",
                    "/finding");
        }
    }

    private Judgement judged(PaymentOrder order, Finding finding) {
        var judgement = Judgement.of(order, finding.told(), clock.instant());
        if (judgement.effect() == Effect.WRONG_AMOUNT) {
            throw new SubmissionRefused("payment.amount-differs", 422, "that is not the amount due", "/amount");
        }
        return judgement;
    }
}
