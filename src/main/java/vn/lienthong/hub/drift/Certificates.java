package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import vn.lienthong.hub.drift.Move.What;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** The certificates that a system has shown: {@code {"last": "<fingerprint>", "until": {"<fingerprint>": "<time>"}}}. */
final class Certificates {
    private static final String LAST = "last";
    private static final String UNTIL = "until";
    private static final int SHORT = 16;

    private Certificates() {}

    static Judgement judge(JsonNode known, X509Certificate shown) {
        var fingerprint = fingerprint(shown);
        if (known.path(UNTIL).has(fingerprint)) {
            return new Judgement(known, List.of());
        }
        var next = Json.MAPPER.createObjectNode();
        var until = next.put(LAST, fingerprint).putObject(UNTIL);
        known.path(UNTIL).properties().forEach(one -> until.set(one.getKey(), one.getValue()));
        until.put(fingerprint, Times.text(Times.inOffice(shown.getNotAfter().toInstant())));
        var before = known.path(LAST).asText("");
        var moves = before.isEmpty()
                ? List.<Move>of()
                : List.of(new Move(What.CERTIFICATE, "", words(known, before), words(next, fingerprint)));
        return new Judgement(next, moves);
    }

    /** The end of the one that was shown last. */
    static String until(JsonNode known) {
        return known.path(UNTIL).path(known.path(LAST).asText()).asText();
    }

    private static String words(JsonNode known, String fingerprint) {
        return fingerprint.substring(0, SHORT) + " – "
                + known.path(UNTIL).path(fingerprint).asText();
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Json.sha256(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
