package vn.lienthong.hub.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads HTTP/1.1 messages, requests as well as answers, just as far as to know where each ends. */
final class AnswerReader {
    private static final int LARGEST = 64 * 1024;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int UNKNOWN = -1;

    private final ByteBuffer bytes = ByteBuffer.allocate(LARGEST);
    private int bodyAt = UNKNOWN;
    private int length = UNKNOWN;
    private String head = "";

    /** Whether the message is whole. */
    boolean read(ReadableByteChannel channel) throws IOException {
        if (channel.read(bytes) < 0) {
            throw new EOFException();
        }
        if (bodyAt == UNKNOWN) {
            findBody();
        }
        return bodyAt != UNKNOWN && (length == UNKNOWN ? endsWith(LAST_CHUNK) : bytes.position() >= bodyAt + length);
    }

    private void findBody() {
        var array = bytes.array();
        for (var i = 3; i < bytes.position(); i++) {
            if (array[i] == '\n' && array[i - 1] == '\r' && array[i - 2] == '\n') {
                bodyAt = i + 1;
                head = new String(array, 0, bodyAt, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                length = contentLength();
                return;
            }
        }
    }

    private int contentLength() {
        var at = head.indexOf("\r\ncontent-length:");
        if (at < 0) {
            return head.contains("\r\ntransfer-encoding:") ? UNKNOWN : 0;
        }
        var from = at + "\r\ncontent-length:".length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).trim());
    }

    private boolean endsWith(byte[] end) {
        for (var i = 0; i < end.length; i++) {
            if (bytes.get(bytes.position() - end.length + i) != end[i]) {
                return false;
            }
        }
        return true;
    }

    /** Of an answer. */
    int status() {
        return Integer.parseInt(head, "http/1.1 ".length(), "http/1.1 ".length() + 3, 10);
    }

    boolean closes() {
        return head.contains("\r\nconnection: close");
    }

    String text() {
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    void reset() {
        bytes.clear();
        bodyAt = UNKNOWN;
        length = UNKNOWN;
    }
}
