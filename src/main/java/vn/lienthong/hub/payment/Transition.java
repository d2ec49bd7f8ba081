package vn.lienthong.hub.payment;

import static vn.lienthong.hub.payment.PaymentState.EXPIRED;
import static vn.lienthong.hub.payment.PaymentState.FAILED;
import static vn.lienthong.hub.payment.PaymentState.NEW;
import static vn.lienthong.hub.payment.PaymentState.OPEN;
import static vn.lienthong.hub.payment.PaymentState.PAID;
import static vn.lienthong.hub.payment.PaymentState.UNKNOWN;

/** The whole life of an order: how it stands × what becomes known → how it stands then. */
final class Transition {
    private Transition() {}

    static PaymentState next(PaymentState state, News seen) {
        return switch (state) {
            case NEW -> ofNew(seen);
            case OPEN -> ofOpen(seen);
            case UNKNOWN -> ofUnknown(seen);
            case FAILED, EXPIRED -> ofGivenUp(state, seen);
            case PAID -> PAID;
        };
    }

    private static PaymentState ofNew(News seen) {
        return seen == News.NOT_SENT ? NEW : ofUnknown(seen);
    }

    /** What the answer to the order itself may say has been said. A payer may be at it: absent is no proof. */
    private static PaymentState ofOpen(News seen) {
        return switch (seen) {
            case OPENED, NOT_SENT, REFUSED -> OPEN;
            case ABSENT -> UNKNOWN;
            default -> ofUnknown(seen);
        };
    }

    private static PaymentState ofUnknown(News seen) {
        return switch (seen) {
            case OPENED -> OPEN;
            case PAID -> PAID;
            case REFUSED, FAILED, ABSENT, LET_GO -> FAILED;
            case TIME_OVER -> EXPIRED;
            case NOT_SENT, IN_DOUBT, PENDING, OTHER_AMOUNT -> UNKNOWN;
        };
    }

    /** Money is never given up. */
    private static PaymentState ofGivenUp(PaymentState state, News seen) {
        return switch (seen) {
            case PAID -> PAID;
            case OTHER_AMOUNT -> UNKNOWN;
            default -> state;
        };
    }
}
