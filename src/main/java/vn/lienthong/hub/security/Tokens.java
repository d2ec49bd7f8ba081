package vn.lienthong.hub.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import vn.lienthong.hub.json.Json;

/**
 * Turns a bearer token into its caller. Verifying a signature costs more than the rest of a request's security, so a
 * verified token is remembered by its hash, for a short time and never beyond its own end.
 */
final class Tokens {
    private final JwtDecoder decoder;
    private final SecuritySettings settings;
    private final InstantSource clock;
    private final ConcurrentMap<ByteBuffer, Verified> verified = new ConcurrentHashMap<>();

    Tokens(JwtDecoder decoder, SecuritySettings settings, InstantSource clock) {
        this.decoder = decoder;
        this.settings = settings;
        this.clock = clock;
    }

    private record Verified(Authentication caller, Instant until) {}

    Authentication verify(String token) {
        var hash = ByteBuffer.wrap(Json.sha256(token.getBytes(US_ASCII)));
        var now = clock.instant();
        var known = verified.get(hash);
        if (known != null && now.isBefore(known.until)) {
            return known.caller;
        }
        var fresh = verify(decode(token), now);
        remember(hash, fresh, now);
        return fresh.caller;
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("not valid", e);
        } catch (JwtException e) {
            throw new KeysUnreachable(e);
        }
    }

    private Verified verify(Jwt jwt, Instant now) {
        var end = jwt.getExpiresAt();
        if (end == null || !now.isBefore(end)) {
            throw new InvalidBearerTokenException("expired, or without an end");
        }
        if (jwt.getAudience() == null || !jwt.getAudience().contains(settings.audience())) {
            throw new InvalidBearerTokenException("meant for somebody else");
        }
        if (jwt.hasClaim("cnf")) {
            throw new InvalidBearerTokenException("bound to a key whose possession is not checked here");
        }
        var trusted = now.plus(settings.trustVerifiedFor());
        return new Verified(new CallerAuthentication(caller(jwt)), end.isBefore(trusted) ? end : trusted);
    }

    private static Caller caller(Jwt jwt) {
        return new Caller(client(jwt), Set.copyOf(list(jwt, "roles")), UnitScope.of(list(jwt, "units")));
    }

    /** {@code client_id} by RFC 9068; {@code azp} and {@code sub} where a sign-in server has not heard of it. */
    private static String client(Jwt jwt) {
        for (var claim : List.of("client_id", "azp", "sub")) {
            if (text(jwt, claim) instanceof String client && !client.isBlank()) {
                return client;
            }
        }
        throw new InvalidBearerTokenException("names no client");
    }

    private static @Nullable String text(Jwt jwt, String claim) {
        return jwt.getClaim(claim) instanceof String text ? text : null;
    }

    private static List<String> list(Jwt jwt, String claim) {
        return jwt.getClaim(claim) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private void remember(ByteBuffer hash, Verified fresh, Instant now) {
        if (verified.size() >= settings.verifiedTokens()) {
            verified.values().removeIf(old -> !now.isBefore(old.until));
        }
        if (verified.size() < settings.verifiedTokens()) {
            verified.put(hash, fresh);
        }
    }
}
