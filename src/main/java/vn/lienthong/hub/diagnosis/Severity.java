package vn.lienthong.hub.diagnosis;

/** How much a finding says. */
public enum Severity {
    /** As it must be. */
    OK,
    /** Good to know. */
    NOTE,
    /** Will be wrong one day. */
    WARNING,
    /** Is wrong. */
    ERROR
}
