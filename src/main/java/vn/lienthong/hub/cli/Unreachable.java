package vn.lienthong.hub.cli;

import java.net.URI;

/** Nobody answers at an address. */
final class Unreachable extends RuntimeException {
    Unreachable(String who, URI at, Throwable cause) {
        super("%s does not answer at %s (%s). Is it running?".formatted(who, at, why(cause)), cause);
    }

    private static String why(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
