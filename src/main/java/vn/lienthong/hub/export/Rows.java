package vn.lienthong.hub.export;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table one after the other and keeps none. Closing writes the end, and closes the stream. */
public interface Rows extends Closeable {
    /**
     * Adds a row.
     *
     * @param cells one per column, of its kind; null where it is empty, {@link Table#UNKNOWN} where nobody knows
     */
    void add(@Nullable Object... cells) throws IOException;
}
