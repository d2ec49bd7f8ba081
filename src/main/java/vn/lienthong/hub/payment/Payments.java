package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** Orders to pay fees of dossiers. A fee is paid at most once. */
public interface Payments {
    /**
     * Makes an order for a fee that is due, or finds the one there is, and has the payment system open it.
     *
     * @param key the caller's Idempotency-Key
     * @param wish as the contract has it: {@code fee}, {@code system}, {@code lines}, {@code returnUrl}, {@code payerAddress}
     * @throws vn.lienthong.hub.ledger.SubmissionRefused when the fee cannot be ordered
     */
    Ordered order(String dossier, @Nullable String key, JsonNode wish, Caller caller);

    /** All of a dossier, oldest first. */
    List<PaymentOrder> of(String dossier);

    /** Those that a person must look at, in the order of their numbers, from behind the one named. */
    List<PaymentOrder> inNeedOfAPerson(UnitScope scope, @Nullable String after, int limit);

    /**
     * Ends what a person must look at, by what the person found out; it is judged as if the payment system had told it.
     *
     * @param by who found it out
     * @return the order as it stands then; empty: the dossier has no such order
     * @throws vn.lienthong.hub.ledger.SubmissionRefused when nobody need look at it, or the finding does not fit
     */
    Optional<PaymentOrder> settle(String dossier, String number, Finding finding, String by);

    /** @param known there was such an order; nothing new was ordered */
    record Ordered(PaymentOrder order, boolean known) {}
}
