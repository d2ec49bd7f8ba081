package vn.lienthong.hub.export;

import java.io.IOException;
import java.io.OutputStream;

/** A table and where its rows come from. */
public interface Listing {
    Table table();

    void into(Rows rows) throws IOException;

    /**
     * Writes it and closes the stream. When that fails the end is missing, so that no half of a table passes for the
     * whole.
     */
    default void write(Format format, OutputStream out) throws IOException {
        var rows = format.rows(table(), out);
        into(rows);
        rows.close();
    }
}
