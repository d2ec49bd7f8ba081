package vn.lienthong.hub.payment;

/** What came of something that was told about an order; the payment system is answered by it. */
enum Effect {
    /** It is known now. */
    TAKEN,
    /** It had been known. */
    REPEATED,
    /** That system has no such order. */
    UNKNOWN_ORDER,
    /** It is not the amount that is due: a person must look. */
    WRONG_AMOUNT;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
