package vn.lienthong.hub.facade;

import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.lienthong.hub.json.Json;

/** An answer and its entity tag: equal content, equal tag, on every node. */
record Tagged(byte[] body, String tag) {
    private static final int BYTES_OF_TAG = 16;

    private static final String WEAK = "W/";

    static Tagged of(byte[] body) {
        return new Tagged(body, quoted(body));
    }

    /** @param news the part of the answer whose change is news; figures that run with the clock are none */
    static Tagged weakly(byte[] body, byte[] news) {
        return new Tagged(body, WEAK + quoted(news));
    }

    private static String quoted(byte[] tagged) {
        return '"' + HexFormat.of().formatHex(Json.sha256(tagged), 0, BYTES_OF_TAG) + '"';
    }

    /** Weak comparison (RFC 9110 13.1.2). */
    boolean isOneOf(List<String> known) {
        return known.stream().anyMatch(other -> opaque(other).equals(opaque(tag)) || other.equals("*"));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    ResponseEntity<byte[]> answer(List<String> known) {
        return isOneOf(known)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body);
    }
}
