package vn.lienthong.hub.live;

/**
 * Something that is read from the files of an edition and changes with them. One that is {@link AutoCloseable} is closed
 * when its edition has been followed by another and nobody works with it any more.
 */
public record Part<T>(Class<T> type, Reader<T> reader) {
    /** Reads the part, or tells all that is wrong with its files. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws Unsound with every mistake of the files */
        T read(Reading reading);
    }
}
