package vn.lienthong.hub.facade;

import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.lienthong.hub.json.Json;

/** An answer and its entity tag: equal bytes, equal tag, on every node. */
record Tagged(byte[] body, String tag) {
    private static final int BYTES_OF_TAG = 16;

    static Tagged of(byte[] body) {
        return new Tagged(body, '"' + HexFormat.of().formatHex(Json.sha256(body), 0, BYTES_OF_TAG) + '"');
    }

    /** Weak comparison (RFC 9110 13.1.2), for proxies that compress make tags weak. */
    boolean isOneOf(List<String> known) {
        return known.stream()
                .map(other -> other.startsWith("W/") ? other.substring(2) : other)
                .anyMatch(other -> other.equals(tag) || other.equals("*"));
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
