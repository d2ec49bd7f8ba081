package vn.lienthong.hub.mapping;

/** A tree that is no XML document; says where, never what. */
public final class UnwritableXml extends RuntimeException {
    UnwritableXml(String message) {
        super(message);
    }
}
