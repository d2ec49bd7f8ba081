package vn.lienthong.hub.payment;

/** What can become known about an order, by an answer, a confirmation or the clock. */
enum News {
    /** The system took it and said where to pay. */
    OPENED,
    /** The system surely did not hear of it. */
    NOT_SENT,
    /** The system will not take it. */
    REFUSED,
    /** The system may have taken it. */
    IN_DOUBT,
    PAID,
    /** Money came, and not as much as was due. */
    OTHER_AMOUNT,
    /** The system cannot tell yet. */
    PENDING,
    FAILED,
    /** The system does not know the order. */
    ABSENT,
    /** It can no longer be paid, and the system was asked after that. */
    TIME_OVER,
    /** A person found that it was not paid, and lets it go. */
    LET_GO
}
