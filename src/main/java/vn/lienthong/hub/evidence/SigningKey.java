package vn.lienthong.hub.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** The key of this hub (Ed25519, RFC 8032). Its public half follows from it, so one file is enough. */
final class SigningKey {
    private final PrivateKey key;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey key, PublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * Reads a private key (PKCS #8, PEM), such as {@code openssl genpkey -algorithm ed25519} writes.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds none
     */
    static SigningKey in(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "hub.evidence.key names no Ed25519 private key (PKCS #8, PEM): " + file, e);
        }
    }

    private static SigningKey read(String pem) throws GeneralSecurityException {
        var key = KeyFactory.getInstance(Keys.ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(Keys.der(pem, Keys.PRIVATE)));
        var seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return new SigningKey(key, publicOf(seed));
    }

    /** The platform reckons a public key only when it makes a pair: it is given the seed in place of chance. */
    private static PublicKey publicOf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(Keys.ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair().getPublic();
    }

    PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance(Keys.ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
