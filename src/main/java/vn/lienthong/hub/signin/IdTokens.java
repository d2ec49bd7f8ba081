package vn.lienthong.hub.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SignInRules;
import vn.lienthong.hub.problem.ProblemCode;

/** Judges an ID token (OpenID Connect Core 1.0, 3.1.3.7); each way to be wrong has a code of its own. */
final class IdTokens {
    private final SignInRules rules;
    private final String client;
    private final Duration skew;

    /** @param client as whom the hub is known at the sign-in server */
    IdTokens(SignInRules rules, String client, Duration skew) {
        this.rules = rules;
        this.client = client;
        this.skew = skew;
    }

    /** @param level of authentication that was wanted */
    record Expected(String nonce, String level, Instant now) {}

    JWTClaimsSet judged(String token, JWKSet keys, Expected expected) {
        var claims = signed(token, keys);
        require(rules.issuer().equals(claims.getIssuer()), ProblemCode.SIGN_IN_ISSUER);
        require(isForUs(claims), ProblemCode.SIGN_IN_AUDIENCE);
        require(isOfNow(claims, expected.now), ProblemCode.SIGN_IN_EXPIRED);
        require(expected.nonce.equals(text(claims, "nonce")), ProblemCode.SIGN_IN_NONCE);
        require(claims.getSubject() != null && !claims.getSubject().isBlank(), ProblemCode.SIGN_IN_TOKEN);
        require(rank(text(claims, "acr")) >= rank(expected.level), ProblemCode.SIGN_IN_LEVEL);
        return claims;
    }

    private JWTClaimsSet signed(String token, JWKSet keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                rules.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
                new ImmutableJWKSet<>(keys)));
        // what the claims say is judged here, one by one
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new SignInRefused(ProblemCode.SIGN_IN_SIGNATURE);
        }
    }

    private boolean isForUs(JWTClaimsSet claims) {
        var audience = claims.getAudience();
        var party = text(claims, "azp");
        return audience.contains(client)
                && (audience.size() == 1 || party != null)
                && (party == null || party.equals(client));
    }

    private boolean isOfNow(JWTClaimsSet claims, Instant now) {
        var issued = claims.getIssueTime();
        var ends = claims.getExpirationTime();
        return ends != null
                && now.isBefore(ends.toInstant().plus(skew))
                && issued != null
                && !isAhead(issued, now)
                && (claims.getNotBeforeTime() == null || !isAhead(claims.getNotBeforeTime(), now));
    }

    private boolean isAhead(Date time, Instant now) {
        return time.toInstant().isAfter(now.plus(skew));
    }

    /** Below every level when it is none. */
    private int rank(@Nullable String level) {
        return level == null ? -1 : rules.levels().indexOf(level);
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    static void require(boolean held, ProblemCode otherwise) {
        if (!held) {
            throw new SignInRefused(otherwise);
        }
    }
}
