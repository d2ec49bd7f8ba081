package vn.lienthong.hub.privacy;

/** What stands in the place of something personal. */
interface Replacement {
    /** @param original the whole value, or the part of a text that was found */
    String of(FieldKind kind, String original);
}
