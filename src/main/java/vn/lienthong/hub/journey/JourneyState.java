package vn.lienthong.hub.journey;

/** How a journey stands. */
public enum JourneyState {
    RUNNING,
    /** A part was refused or nobody answered: a person resumes or stops it. */
    HELD,
    DONE,
    STOPPED
}
