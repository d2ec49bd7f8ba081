package vn.lienthong.hub.payment;

/** How an order stands. */
public enum PaymentState {
    /** Durable here; the system has not answered. */
    NEW,
    /** Can be paid. */
    OPEN,
    /** The system must be asked: nobody knows whether it has the order, or whether it was paid. */
    UNKNOWN,
    /** For good. */
    PAID,
    /** Not paid, and given up; money that comes all the same is taken. */
    FAILED,
    /** As failed: its time ran out, and the system was asked once more. */
    EXPIRED;

    /** Whether nothing is waited for. */
    public boolean isEnd() {
        return this == PAID || isGivenUp();
    }

    /** Whether the fee can be ordered anew. */
    boolean isGivenUp() {
        return this == FAILED || this == EXPIRED;
    }
}
