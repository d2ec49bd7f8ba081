package vn.lienthong.hub.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import vn.lienthong.hub.json.Json;

/** Bytes that are read once, from the first to the last, and where one is among them. */
final class Tape {
    private static final int PART = 1 << 16;

    private final InputStream in;
    private final long size;
    private long at;

    Tape(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    /** How many bytes have been read. */
    long at() {
        return at;
    }

    long left() {
        return size - at;
    }

    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /** @throws EOFException when there are not so many */
    byte[] read(int length) throws IOException {
        var bytes = in.readNBytes(length);
        at += bytes.length;
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /**
     * The content of one file.
     *
     * @param sha256 in hexadecimal
     * @param kept its bytes, or none where they were not asked for
     */
    record Content(long length, long crc, String sha256, byte[] kept) {}

    Content content(long length, boolean keep) throws IOException {
        var crc = new CRC32();
        var sha256 = Json.sha256();
        var kept = ByteBuffer.allocate(keep ? (int) length : 0);
        for (long rest = length; rest > 0; ) {
            var part = read((int) Math.min(rest, PART));
            crc.update(part);
            sha256.update(part);
            if (keep) {
                kept.put(part);
            }
            rest -= part.length;
        }
        return new Content(length, crc.getValue(), HexFormat.of().formatHex(sha256.digest()), kept.array());
    }

    static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
