package vn.lienthong.hub.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key that assertions are signed with: RSA, which every library of every upstream system verifies. */
final class AssertionKey {
    private static final JOSEObjectType TYPE = new JOSEObjectType("sign-in+jwt");
    private static final int FEWEST_BITS = 2048;

    private final RSAKey key;

    private AssertionKey(RSAKey key) {
        this.key = key;
    }

    /**
     * Reads a private key such as {@code openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:3072} writes.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds none
     */
    static AssertionKey in(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException | GeneralSecurityException | JOSEException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "hub.sign-in.key names no RSA private key of 2048 bits or more (PKCS #8, PEM): " + file, e);
        }
    }

    private static AssertionKey read(String pem) throws GeneralSecurityException, JOSEException {
        var body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
        var keys = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey)
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        if (secret.getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalArgumentException("too short");
        }
        var open = (RSAPublicKey)
                keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new AssertionKey(new RSAKey.Builder(open)
                .privateKey(secret)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build());
    }

    String sign(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(TYPE)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an assertion cannot be signed", e);
        }
    }

    /** The public half, as a set. */
    String published() {
        return new JWKSet(key).toString(true);
    }
}
