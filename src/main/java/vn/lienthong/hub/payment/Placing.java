package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.SubmissionRefused;

/**
 * Finds the order of a fee, or makes the one there will be, with the dossier in hand: as long as an order of the fee can
 * still be paid, or was, there is no other, whatever the system.
 */
@Component
class Placing {
    private static final int CONFLICT = 409;

    private final Ledger ledger;
    private final OrderRows rows;
    private final Audit audit;
    private final InstantSource clock;
    private final NoArgGenerator numbers = Generators.timeBasedEpochGenerator();

    Placing(Ledger ledger, OrderRows rows, Audit audit, InstantSource clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param named whether the caller wants this system and no other */
    record Wish(String dossier, @Nullable String key, JsonNode body, SystemCard card, boolean named, String caller) {
        byte[] fingerprint() {
            return Json.sha256(
                    (dossier + '\n' + new String(Json.canonical(body), java.nio.charset.StandardCharsets.UTF_8))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** @param known it was there before */
    record Placed(PaymentOrder order, boolean known) {}

    /** Within a transaction. */
    Placed place(Wish wish) {
        rows.lockDossier(wish.dossier());
        return repeated(wish).orElseGet(() -> placeNew(wish));
    }

    private Optional<Placed> repeated(Wish wish) {
        if (wish.key() == null) {
            return Optional.empty();
        }
        return rows.underKey(wish.caller(), wish.key(), wish.fingerprint()).map(keyed -> {
            if (!keyed.same()) {
                throw new SubmissionRefused(
                        "request.key-reused", 422, "this Idempotency-Key was used for another content", null);
            }
            return new Placed(keyed.order(), true);
        });
    }

    private Placed placeNew(Wish wish) {
        var dossier = ledger.find(wish.dossier())
                .orElseThrow(() ->
                        new SubmissionRefused("dossier.not-found", 404, "no such dossier; register it first", null));
        if (dossier.status().isEnd()) {
            throw new SubmissionRefused("dossier.finished", CONFLICT, "the dossier has ended", null);
        }
        var fee = FeeDue.of(dossier, wish.body());
        return standing(wish, fee.place())
                .map(order -> new Placed(order, true))
                .orElseGet(() -> new Placed(insert(wish, dossier, fee), false));
    }

    /** The order that holds the fee, if there is one and the wish may meet it. */
    private Optional<PaymentOrder> standing(Wish wish, int fee) {
        for (var order : rows.of(wish.dossier())) {
            if (order.fee() != fee || order.state().isGivenUp()) {
                continue;
            }
            if (order.state() == PaymentState.PAID) {
                throw new SubmissionRefused("payment.already-paid", CONFLICT, "this fee has been paid", "/fee");
            }
            if (order.system().equals(wish.card().id()) || !wish.named()) {
                return Optional.of(order);
            }
            if (!order.isUnsent()) {
                throw new SubmissionRefused(
                        "payment.ordered-elsewhere", CONFLICT, "another system has an order for this fee", "/system");
            }
            giveUp(order);
        }
        return Optional.empty();
    }

    /** The system never heard of it, so it cannot be paid there. */
    private void giveUp(PaymentOrder order) {
        var told = Told.bare(News.REFUSED, "hub.given-up");
        rows.move(Judgement.of(order, told, clock.instant()).after(), null);
    }

    private PaymentOrder insert(Wish wish, Dossier dossier, FeeDue fee) {
        var now = Times.inOffice(clock.instant().truncatedTo(ChronoUnit.MICROS));
        var payment = Objects.requireNonNull(wish.card().payment());
        var order = new PaymentOrder(
                // no clock of twelve hours, no code cut short: two orders never share a number
                numbers.generate().toString().replace("-", ""),
                dossier.code(),
                fee.place(),
                wish.card().id(),
                fee.amount(),
                fee.request(wish.body()),
                PaymentState.NEW,
                null,
                0,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                now,
                now.plus(payment.expiresAfter()));
        rows.insert(
                order,
                wish.fingerprint(),
                wish.caller(),
                wish.key(),
                order.expiresAt().toInstant());
        audit.write(List.of(new AuditRow(wish.caller(), "payment.order", dossier.code(), null, null, order.number())));
        return order;
    }
}
