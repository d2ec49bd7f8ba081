package vn.lienthong.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.SignInRules;

/** Each way in which an ID token can be wrong, and that each is refused by its own name. */
class IdTokensTest {
    private static final Instant NOW = Instant.parse("2025-08-12T02:20:00Z");
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final RSAKey KEY = key("k1");
    private static final RSAKey OTHER = key("k1");

    private final SignInRules rules = new SignInRules(
            "https://id.example.vn", "/authorize", "openid", List.of("LoA1", "LoA2"), null, 0, Set.of("RS256"));

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://id.example.vn")
                .audience("hub")
                .subject("s-1")
                .claim("nonce", "n-1")
                .claim("acr", "LoA2")
                .issueTime(at(0))
                .expirationTime(at(60));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet judged(String token) {
        return new IdTokens(rules, "hub", SKEW)
                .judged(token, new JWKSet(KEY.toPublicJWK()), new IdTokens.Expected("n-1", "LoA2", NOW));
    }

    private JWTClaimsSet judged(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return judged(signed(change.apply(claims()).build(), JWSAlgorithm.RS256, new RSASSASigner(KEY)));
    }

    private void assertRefused(String code, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertRefused(code, () -> judged(change));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable judging) {
        assertThatThrownBy(judging)
                .isInstanceOfSatisfying(
                        SignInRefused.class, e -> assertThat(e.code().code()).isEqualTo(code));
    }

    @Test
    void takesOneThatIsRight() throws JOSEException {
        assertThat(judged(right -> right).getSubject()).isEqualTo("s-1");
        assertThat(judged(right -> right.audience(List.of("hub", "another")).claim("azp", "hub")))
                .isNotNull();
        assertThat(judged(right -> right.expirationTime(at(-59)).issueTime(at(59))))
                .as("clocks may differ a little")
                .isNotNull();
    }

    @Test
    void refusesOneOfAnotherIssuerOrForAnotherParty() {
        assertRefused("sign-in.issuer", wrong -> wrong.issuer("https://evil.example.vn"));
        assertRefused("sign-in.audience", wrong -> wrong.audience("another"));
        assertRefused("sign-in.audience", wrong -> wrong.audience(List.of("hub", "another")));
        assertRefused("sign-in.audience", wrong -> wrong.claim("azp", "another"));
    }

    @Test
    void refusesOneThatIsNotOfNow() {
        assertRefused("sign-in.expired", wrong -> wrong.expirationTime(at(-60)));
        assertRefused("sign-in.expired", wrong -> wrong.expirationTime(null));
        assertRefused("sign-in.expired", wrong -> wrong.issueTime(at(61)));
        assertRefused("sign-in.expired", wrong -> wrong.issueTime(null));
        assertRefused("sign-in.expired", wrong -> wrong.notBeforeTime(at(61)));
    }

    @Test
    void refusesOneOfAnotherSignInOrOfNobody() {
        assertRefused("sign-in.nonce", wrong -> wrong.claim("nonce", "n-2"));
        assertRefused("sign-in.nonce", wrong -> wrong.claim("nonce", null));
        assertRefused("sign-in.token", wrong -> wrong.subject(" "));
        assertRefused("sign-in.token", wrong -> wrong.subject(null));
    }

    @Test
    void refusesALevelThatIsTooLowOrUnknown() {
        assertRefused("sign-in.level", wrong -> wrong.claim("acr", "LoA1"));
        assertRefused("sign-in.level", wrong -> wrong.claim("acr", "LoA9"));
        assertRefused("sign-in.level", wrong -> wrong.claim("acr", null));
    }

    @Test
    void refusesWhatIsNotSignedByTheServerAsAgreed() {
        var claims = claims().build();
        assertRefused("sign-in.signature", () -> judged(signed(claims, JWSAlgorithm.RS256, new RSASSASigner(OTHER))));
        assertRefused("sign-in.signature", () -> judged(signed(claims, JWSAlgorithm.RS512, new RSASSASigner(KEY))));
        assertRefused("sign-in.signature", () -> judged(new PlainJWT(claims).serialize()));
        assertRefused(
                "sign-in.signature",
                () -> judged(signed(
                        claims,
                        JWSAlgorithm.HS256,
                        new MACSigner(KEY.toRSAPublicKey().getEncoded()))));
        assertRefused("sign-in.signature", () -> judged("no token"));
    }
}
