package vn.lienthong.hub.mapping;

/** A function of ours refused its arguments; the message quotes no content but a code that is missing in a table. */
final class FunctionFailed extends RuntimeException {
    FunctionFailed(String message) {
        super(message);
    }
}
