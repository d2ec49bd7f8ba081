package vn.lienthong.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class TokensTest {
    private static final Instant NOON = Instant.parse("2025-08-12T05:00:00Z");

    private Instant now = NOON;
    private Instant end = NOON.plus(Duration.ofHours(1));
    private int decoded;

    private final Tokens tokens = tokens(4096);

    private Tokens tokens(int remembered) {
        return new Tokens(
                this::decode,
                new SecuritySettings("hub", Duration.ofSeconds(60), remembered, Duration.ofHours(12)),
                () -> now);
    }

    private Jwt decode(String token) {
        decoded++;
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("service-account")
                .audience(List.of("hub", "others"))
                .claim("client_id", "upstream-dai-son")
                .claim("roles", List.of("upstream", 7))
                .claim("units", List.of("31/11086", "all"))
                .expiresAt(end)
                .build();
    }

    @Test
    void readsTheCallerFromTheClaims() {
        assertThat(tokens.verify("t").getPrincipal())
                .isEqualTo(new Caller("upstream-dai-son", Set.of("upstream"), new UnitScope(Set.of("31/11086"))));
    }

    @Test
    void keepsNothingOfTheToken() {
        assertThat(tokens.verify("t").getCredentials()).isNull();
    }

    @Test
    void verifiesATokenOnceAMinute() {
        tokens.verify("t");
        now = NOON.plusSeconds(59);
        tokens.verify("t");
        assertThat(decoded).isEqualTo(1);

        now = NOON.plusSeconds(60);
        tokens.verify("t");
        assertThat(decoded).isEqualTo(2);
    }

    @Test
    void refusesAnExpiredTokenAlthoughItIsRemembered() {
        end = NOON.plusSeconds(10);
        tokens.verify("t");

        now = NOON.plusSeconds(10);

        assertThatThrownBy(() -> tokens.verify("t")).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void remembersEachTokenForItself() {
        tokens.verify("t");
        tokens.verify("u");

        assertThat(decoded).isEqualTo(2);
    }

    @Test
    void remembersOnlySoMany() {
        var two = tokens(2);
        two.verify("a");
        two.verify("b");
        two.verify("c");
        two.verify("a");
        assertThat(decoded).isEqualTo(3);
        two.verify("c");
        assertThat(decoded).isEqualTo(4);

        now = NOON.plusSeconds(61);
        two.verify("c");
        two.verify("c");
        assertThat(decoded).as("what is over makes room").isEqualTo(5);
    }

    @Test
    void doesNotRememberWhatItRefused() {
        var refusing = new Tokens(
                token -> {
                    decoded++;
                    throw new BadJwtException("no");
                },
                new SecuritySettings("hub", Duration.ofSeconds(60), 10, Duration.ofHours(12)),
                () -> now);

        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> refusing.verify("t")).isInstanceOf(InvalidBearerTokenException.class);
        }
        assertThat(decoded).isEqualTo(3);
    }

    @Test
    void doesNotBlameTheCallerForKeysThatCannotBeRead() {
        var blind = new Tokens(
                token -> {
                    throw new JwtException("connection refused");
                },
                new SecuritySettings("hub", Duration.ofSeconds(60), 10, Duration.ofHours(12)),
                () -> now);

        assertThatThrownBy(() -> blind.verify("t")).isInstanceOf(KeysUnreachable.class);
    }
}
