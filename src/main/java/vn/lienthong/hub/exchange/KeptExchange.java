package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.connector.WireCall;
import vn.lienthong.hub.delivery.AttemptsMade.Made;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * One call of a route as it is kept: bounded, without anything that opens doors.
 *
 * @param mapped JSON
 * @param of the deliveries that travelled in it
 */
record KeptExchange(
        UUID id,
        String system,
        String operation,
        String kind,
        String outcome,
        String mapped,
        Instant startedAt,
        Instant endedAt,
        List<Call> calls,
        List<Made> of) {
    private static final int LARGEST_RESULT = 1 << 17;
    private static final Pattern UNREAD = Pattern.compile(
            "(image|audio|video|font)/.*|application/(pdf|zip|octet-stream|vnd\\..*officedocument.*|msword)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** One request; the bodies are their beginning, the sizes what passed. */
    record Call(
            boolean signIn,
            String method,
            String path,
            @Nullable String sentType,
            byte[] sent,
            long sentSize,
            @Nullable Integer status,
            @Nullable String answerType,
            byte[] answer,
            long answerSize,
            @Nullable String answeredAt,
            @Nullable String certificate,
            @Nullable OffsetDateTime expiresAt,
            @Nullable String failure) {}

    static KeptExchange of(List<Made> attempts) {
        var first = attempts.getFirst();
        var tape = first.tape();
        var redaction = new Redaction(tape.secrets());
        return new KeptExchange(
                UUID.randomUUID(),
                first.system(),
                first.operation(),
                first.kind(),
                first.outcome().word(),
                mapped(tape, redaction),
                first.startedAt(),
                first.endedAt(),
                tape.calls().stream().map(call -> call(call, redaction)).toList(),
                attempts);
    }

    private static String mapped(Tape tape, Redaction redaction) {
        var all = Json.MAPPER.createArrayNode();
        for (var one : tape.mapped()) {
            var node = all.addObject().put("mapping", one.mapping()).put("as", one.as());
            node.set("result", bounded(one.result(), redaction));
        }
        return Json.text(all);
    }

    private static @Nullable JsonNode bounded(JsonNode result, Redaction redaction) {
        var text = Json.bytes(result);
        return text.length > LARGEST_RESULT ? null : Json.parse(redaction.of(text));
    }

    private static Call call(WireCall call, Redaction redaction) {
        var certificate = call.certificate();
        return new Call(
                call.signIn(),
                call.method(),
                redaction.of(call.path()),
                plain(call.sent().type()),
                body(call.sent(), redaction),
                call.sent().size(),
                call.status(),
                plain(call.answer().type()),
                body(call.answer(), redaction),
                call.answer().size(),
                plain(call.date()),
                certificate == null ? null : fingerprint(certificate),
                certificate == null
                        ? null
                        : Times.inOffice(certificate.getNotAfter().toInstant()),
                call.failure());
    }

    /** Of files and pictures only the size is kept. */
    private static byte[] body(WireCall.Body body, Redaction redaction) {
        var type = body.type();
        return type != null
                        && UNREAD.matcher(type.toLowerCase(java.util.Locale.ROOT))
                                .lookingAt()
                ? new byte[0]
                : redaction.of(body.bytes());
    }

    private static @Nullable String plain(@Nullable String header) {
        return header == null ? null : CONTROL.matcher(header).replaceAll("");
    }

    private static @Nullable String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Json.sha256(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            return null;
        }
    }
}
