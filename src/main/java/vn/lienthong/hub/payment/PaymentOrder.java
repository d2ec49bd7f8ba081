package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order to pay one fee of a dossier through one payment system.
 *
 * @param number what the payment system knows it by
 * @param fee which fee of the dossier, by its place, counted from 1
 * @param amount in đồng
 * @param request the fee as it was due, and what the caller wrote
 * @param sentAt when it began to leave; absent: the system surely has not heard of it
 * @param asked how often the system was asked about it
 * @param code the system's last word
 * @param payUrl where to pay
 * @param reference what the system calls the payment
 * @param late the money came after the order had been given up
 * @param entry of the ledger that says it is paid
 * @param receipt what the system calls its receipt
 */
public record PaymentOrder(
        String number,
        String dossier,
        int fee,
        String system,
        long amount,
        JsonNode request,
        PaymentState state,
        @Nullable OffsetDateTime sentAt,
        int asked,
        @Nullable String code,
        @Nullable String payUrl,
        @Nullable String reference,
        @Nullable OffsetDateTime paidAt,
        boolean late,
        @Nullable Attention attention,
        @Nullable UUID entry,
        @Nullable String receipt,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt) {

    /** It waits to be sent: nobody has begun, or the system was not reached. */
    public boolean isUnsent() {
        return state == PaymentState.NEW && sentAt == null;
    }

    /** As it stands after something was told of it. */
    PaymentOrder after(
            PaymentState next,
            Told told,
            @Nullable OffsetDateTime left,
            @Nullable OffsetDateTime paid,
            @Nullable Attention why) {
        return new PaymentOrder(
                number,
                dossier,
                fee,
                system,
                amount,
                request,
                next,
                left,
                next == state ? asked + 1 : 0,
                told.code() == null ? code : told.code(),
                told.payUrl() == null ? payUrl : told.payUrl(),
                told.reference() == null ? reference : told.reference(),
                paid,
                late || state.isGivenUp() && !next.isGivenUp(),
                why,
                entry,
                receipt,
                createdAt,
                expiresAt);
    }

    /** The same, and a person must look. */
    PaymentOrder warned(Attention why) {
        return new PaymentOrder(
                number, dossier, fee, system, amount, request, state, sentAt, asked, code, payUrl, reference, paidAt,
                late, why, entry, receipt, createdAt, expiresAt);
    }
}
