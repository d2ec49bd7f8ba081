package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;

/** Whether a caller is the system it calls for, as far as can be told before its message is read. */
final class Proofs {
    private Proofs() {}

    static boolean hold(SystemCard card, Inbound.Callback callback, Callbacks.Message message, Instant now) {
        return isShown(card, callback.proof(), message) && isInTime(callback.window(), message.headers(), now);
    }

    private static boolean isShown(SystemCard card, Inbound.Proof proof, Callbacks.Message message) {
        return switch (proof.by()) {
            case MAPPING -> true; // it looks later
            case SECRET -> same(card.credentials().getOrDefault(proof.secret(), ""), header(proof, message));
            case HMAC -> same(signature(card, proof, message), sent(proof, message));
        };
    }

    private static String header(Inbound.Proof proof, Callbacks.Message message) {
        return message.headers().getOrDefault(proof.header(), "");
    }

    /** The signature without its prefix; hexadecimal in lower case, as ours. */
    private static String sent(Inbound.Proof proof, Callbacks.Message message) {
        var header = header(proof, message);
        if (!header.startsWith(proof.prefix())) {
            return "";
        }
        var signature = header.substring(proof.prefix().length());
        return proof.hex() ? signature.toLowerCase(Locale.ROOT) : signature;
    }

    private static String signature(SystemCard card, Inbound.Proof proof, Callbacks.Message message) {
        try {
            var secret = card.credentials().getOrDefault(proof.secret(), "").getBytes(UTF_8);
            var mac = Mac.getInstance(proof.algorithm());
            mac.init(new SecretKeySpec(secret, proof.algorithm()));
            var bytes = mac.doFinal(signed(proof, message));
            return proof.hex()
                    ? HexFormat.of().formatHex(bytes)
                    : Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return ""; // an empty secret signs nothing
        }
    }

    private static byte[] signed(Inbound.Proof proof, Callbacks.Message message) {
        var all = new ByteArrayOutputStream();
        for (var name : proof.signs()) {
            all.writeBytes((message.headers().getOrDefault(name, "") + ".").getBytes(UTF_8));
        }
        all.writeBytes(message.raw());
        return all.toByteArray();
    }

    /** In the same time wherever they differ; an empty one proves nothing. */
    private static boolean same(String ours, String theirs) {
        return !ours.isEmpty() && MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
    }

    private static boolean isInTime(
            Inbound.@org.jspecify.annotations.Nullable Window window, Map<String, String> headers, Instant now) {
        if (window == null) {
            return true;
        }
        try {
            var count = Long.parseLong(headers.getOrDefault(window.header(), ""));
            var sentAt = window.millis() ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count);
            return Duration.between(sentAt, now).abs().compareTo(window.within()) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
