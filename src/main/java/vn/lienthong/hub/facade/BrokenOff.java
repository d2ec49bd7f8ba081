package vn.lienthong.hub.facade;

/**
 * Half of an answer is sent and the rest cannot be. The servlet container breaks the connection for it, so that the
 * caller does not take the half for the whole; it also logs it, and so it has no words of what went wrong.
 */
final class BrokenOff extends RuntimeException {
    private final transient Exception failure;

    BrokenOff(Exception failure) {
        super("an answer broke off", null, false, false);
        this.failure = failure;
    }

    Exception failure() {
        return failure;
    }
}
