package vn.lienthong.hub.payment;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person found out about an order that needed one.
 *
 * @param amount of money paid that counts as paid, in đồng
 * @param reference what the payment system calls the payment
 * @param reason in the person's words
 */
public record Finding(
        What what,
        @Nullable Long amount,
        @Nullable String reference,
        @Nullable OffsetDateTime paidAt,
        String reason) {

    /** What the money is like now. */
    public enum What {
        /** The whole fee lies at the payment system, under its number there. */
        PAID,
        /** No money, or it was given back: the order is let go. */
        NOT_PAID,
        /** The order stays paid; what was too much was given back, or the money was booked by documents. */
        DEALT_WITH;

        public static What of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Told told() {
        return what == What.PAID
                ? new Told(News.PAID, amount, reference, paidAt, null, null)
                : Told.bare(News.LET_GO, null);
    }
}
