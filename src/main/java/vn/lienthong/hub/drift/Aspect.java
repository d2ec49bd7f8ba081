package vn.lienthong.hub.drift;

/** What of an answer is known, and can move. */
public enum Aspect {
    /** Fields and their types, by operation, address and status. */
    SHAPE,
    /** The codes that a system has, by operation. */
    CODE,
    /** Who answers, by TLS. */
    CERTIFICATE,
    /** Seconds by which whoever answers is before the hub. */
    CLOCK
}
