package vn.lienthong.hub.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The RSA key of the local sign-in, kept between runs so that tokens outlive a restart. */
public final class LocalKey {
    public static final String ISSUER = "http://localhost:8080";

    private static final int BITS = 2048;
    private static final String FILE = "sign-in-key.json";

    private final RSAKey key;

    private LocalKey(RSAKey key) {
        this.key = key;
    }

    /** A key that nobody keeps. */
    public static LocalKey fresh() {
        try {
            return new LocalKey(new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key in the folder; made on the first run, by one of those that want it at the same time. */
    public static synchronized LocalKey in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? new LocalKey(RSAKey.parse(Files.readString(file))) : kept(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("not a key: " + file + "; remove it and a new one is made", e);
        }
    }

    private static LocalKey kept(Path file) throws IOException {
        var made = fresh();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, made.key.toJSONString(), StandardOpenOption.TRUNCATE_EXISTING);
        return made;
    }

    JWKSource<SecurityContext> source() {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Verifies what this key signed, without asking anybody. */
    public JwtDecoder decoder() {
        try {
            var decoder = NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
            return decoder;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Verifies who the sign-in server says a person is, as the desk must. */
    JwtDecoder idTokens(ClientRegistration registration) {
        var decoder = (NimbusJwtDecoder) decoder();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                new JwtIssuerValidator(ISSUER), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    /** A token such as the local sign-in gives, with whatever claims a test wants. */
    public String token(Consumer<JwtClaimsSet.Builder> claims) {
        var set = JwtClaimsSet.builder().issuer(ISSUER);
        claims.accept(set);
        return new NimbusJwtEncoder(source())
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), set.build()))
                .getTokenValue();
    }
}
