package vn.lienthong.hub.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import vn.lienthong.hub.json.Json;

/** Public keys as files (RFC 7468), and what can be done with one. */
public final class Keys {
    public static final String ALGORITHM = "Ed25519";

    static final String PUBLIC = "PUBLIC KEY";
    static final String PRIVATE = "PRIVATE KEY";

    private static final int LINE = 64;

    private Keys() {}

    /**
     * Reads an Ed25519 public key (SubjectPublicKeyInfo, PEM).
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PublicKey read(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(pem, PUBLIC)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    static byte[] der(String pem, String kind) {
        var begin = "-----BEGIN " + kind + "-----";
        var end = "-----END " + kind + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no '" + kind + "' in PEM form");
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }

    /** One way to write a key as a file. */
    public static String pem(PublicKey key) {
        return pem(PUBLIC, key.getEncoded());
    }

    static String pem(String kind, byte[] der) {
        var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    /** SHA-256 of the key, in hexadecimal: what people compare by telephone, and what manifests name the key by. */
    public static String id(PublicKey key) {
        return HexFormat.of().formatHex(Json.sha256(key.getEncoded()));
    }

    static boolean signed(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
