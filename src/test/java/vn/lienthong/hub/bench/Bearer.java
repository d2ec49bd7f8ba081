package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** The token of the callers, and the key that the hub trusts. */
final class Bearer {
    private static final int BITS = 2048;
    private static final long HOURS = 6 * 3600;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;

    Bearer() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the public key where the hub reads it. */
    Path publicKey(Path folder) {
        var mime = Base64.getMimeEncoder(64, new byte[] {'\n'});
        var pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(mime.encodeToString(keys.getPublic().getEncoded()));
        try {
            return Files.writeString(folder.resolve("bearer.pem"), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an upstream system of the whole country. */
    String token() {
        var claims = """
                {"iss": "bench", "aud": ["hub"], "sub": "bench", "client_id": "bench", "roles": ["upstream", "ops"], \
                "units": ["*"], "exp": %d}""".formatted(Instant.now().getEpochSecond() + HOURS);
        var signed = encoded("{\"alg\": \"RS256\", \"typ\": \"JWT\"}") + "." + encoded(claims);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
