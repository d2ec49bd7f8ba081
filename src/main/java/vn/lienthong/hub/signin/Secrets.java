package vn.lienthong.hub.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.hub.json.Json;

/** Values that nobody guesses, and what is made of them. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Secrets() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    static byte[] hash(String secret) {
        return Json.sha256(secret.getBytes(US_ASCII));
    }

    /** S256 of RFC 7636. */
    static String challenge(String verifier) {
        return encoded(hash(verifier));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Only who has the secret can open it. A secret seals once, so that its nonce need not vary. */
    static byte[] seal(String secret, byte[] content) {
        return crypt(Cipher.ENCRYPT_MODE, secret, content);
    }

    static byte[] open(String secret, byte[] sealed) {
        return crypt(Cipher.DECRYPT_MODE, secret, sealed);
    }

    private static byte[] crypt(int mode, String secret, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // not the hash that stands beside it in the database
            var key = new SecretKeySpec(hash("seal " + secret), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed sign-in cannot be opened", e);
        }
    }
}
