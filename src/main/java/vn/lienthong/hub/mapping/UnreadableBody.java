package vn.lienthong.hub.mapping;

/** A body that is neither JSON nor XML as we accept it; the message says where, never what. */
public final class UnreadableBody extends RuntimeException {
    UnreadableBody(Throwable cause) {
        super(cause.getMessage());
    }
}
