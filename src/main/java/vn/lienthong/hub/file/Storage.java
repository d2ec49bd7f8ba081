package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;

/** Keeps bytes at addresses. */
interface Storage {
    /**
     * Named by content and owned by one file: nothing is shared, so that what one file no longer needs can be removed
     * without asking the others. The folders keep a directory from holding millions of names.
     */
    static String address(byte[] sha256, UUID id) {
        var hex = HexFormat.of().formatHex(sha256);
        return "%s/%s/%s.%s".formatted(hex.substring(0, 2), hex.substring(2, 4), hex, id);
    }

    /** Durable when it returns. The file may be moved away. */
    void put(String address, Path file) throws IOException;

    /** At least so many bytes from one place on. */
    InputStream open(String address, long from, long length) throws IOException;

    /** Also of what is not there. */
    void delete(String address) throws IOException;
}
