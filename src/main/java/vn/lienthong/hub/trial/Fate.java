package vn.lienthong.hub.trial;

/** How a dossier stands at the end of the period. */
enum Fate {
    OPEN,
    RESULT,
    /** It has its result in time, and another system restarts its clock afterwards. */
    RESTAMPED,
    REFUSED,
    WITHDRAWN;

    boolean hasResult() {
        return this == RESULT || this == RESTAMPED;
    }
}
