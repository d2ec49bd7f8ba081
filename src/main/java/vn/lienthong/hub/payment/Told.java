package vn.lienthong.hub.payment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was told about an order.
 *
 * @param amount in đồng, where it was told
 * @param reference what the system calls the payment
 * @param code the system's own word
 */
record Told(
        News what,
        @Nullable Long amount,
        @Nullable String reference,
        @Nullable OffsetDateTime paidAt,
        @Nullable String payUrl,
        @Nullable String code) {

    static Told bare(News what, @Nullable String code) {
        return new Told(what, null, null, null, null, code);
    }
}
