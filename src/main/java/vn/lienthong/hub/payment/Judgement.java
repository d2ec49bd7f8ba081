package vn.lienthong.hub.payment;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * What becomes of an order by what was told of it. Nothing but its arguments decides.
 *
 * @param seen what that was, once the amount was looked at
 */
record Judgement(PaymentOrder after, News seen, Effect effect) {
    static Judgement of(PaymentOrder order, Told told, Instant now) {
        var seen = seen(order, told);
        return order.state() == PaymentState.PAID ? again(order, told, seen) : first(order, told, seen, now);
    }

    /** Whoever told of another amount before does not mend that by telling of none. */
    private static News seen(PaymentOrder order, Told told) {
        var differs =
                told.amount() == null ? order.attention() == Attention.AMOUNT_DIFFERS : told.amount() != order.amount();
        return told.what() == News.PAID && differs ? News.OTHER_AMOUNT : told.what();
    }

    private static Judgement first(PaymentOrder order, Told told, News seen, Instant now) {
        var next = isHeld(order, seen) ? order.state() : Transition.next(order.state(), seen);
        var sentAt = next == PaymentState.NEW ? null : order.sentAt();
        var paidAt = next == PaymentState.PAID ? paidAt(order, told, now) : null;
        var after = order.after(next, told, sentAt, paidAt, attention(order, next, seen));
        var repeated = order.state().isGivenUp() && next == order.state();
        return new Judgement(after, seen, effect(seen, repeated));
    }

    /** While other money for it lies somewhere, only the right amount changes anything, or a person. */
    private static boolean isHeld(PaymentOrder order, News seen) {
        return order.attention() == Attention.AMOUNT_DIFFERS && seen != News.PAID && seen != News.LET_GO;
    }

    private static Effect effect(News seen, boolean repeated) {
        if (seen == News.OTHER_AMOUNT) {
            return Effect.WRONG_AMOUNT;
        }
        return repeated ? Effect.REPEATED : Effect.TAKEN;
    }

    private static @Nullable Attention attention(PaymentOrder order, PaymentState next, News seen) {
        if (seen == News.OTHER_AMOUNT) {
            return Attention.AMOUNT_DIFFERS;
        }
        return isMended(order.attention(), next, seen) ? null : order.attention();
    }

    /** What nobody can pay any more is not paid a second time. */
    private static boolean isMended(@Nullable Attention why, PaymentState next, News seen) {
        return seen == News.LET_GO
                || next == PaymentState.PAID && why == Attention.AMOUNT_DIFFERS
                || next.isGivenUp() && why == Attention.PAID_OTHERWISE;
    }

    /** What is paid stays paid. Other money for it is money too, and somebody must give it back. */
    private static Judgement again(PaymentOrder order, Told told, News seen) {
        var otherMoney = seen == News.OTHER_AMOUNT || seen == News.PAID && isAnother(order, told);
        var after = otherMoney && order.attention() == null ? order.warned(Attention.PAID_TWICE) : order;
        return new Judgement(after, seen, effect(seen, true));
    }

    private static boolean isAnother(PaymentOrder order, Told told) {
        return told.reference() != null
                && order.reference() != null
                && !told.reference().equals(order.reference());
    }

    /** Money cannot have come before it was asked for, nor after now; a clock that says so is wrong. */
    private static OffsetDateTime paidAt(PaymentOrder order, Told told, Instant now) {
        var at = Times.inOffice(now);
        var claimed = told.paidAt();
        return claimed == null || claimed.isBefore(order.createdAt()) || claimed.isAfter(at) ? at : claimed;
    }
}
