package vn.lienthong.hub.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;

/**
 * The sign-in server behind its card. It is called through its route like any other system, but answers no question of
 * callers: what is asked here goes by codes and tokens that only a sign-in has.
 */
@Component
class SignInServer {
    private static final String TOKEN = "token";
    private static final String PERSON = "userinfo";
    private static final String KEYS = "keys";
    private static final Duration KEYS_LAST = Duration.ofMinutes(10);
    /** A token that names a key we do not have may be forged; the server is not asked for each of them. */
    private static final Duration KEYS_REST = Duration.ofSeconds(30);

    private final Cards cards;
    private final Connector connector;
    private final Breakers breakers;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    SignInServer(Cards cards, Connector connector, Breakers breakers, InstantSource clock) {
        this.cards = cards;
        this.connector = connector;
        this.breakers = breakers;
        this.clock = clock;
    }

    private record Known(SystemCard card, JWKSet keys, Instant at) {}

    Optional<SystemCard> card() {
        return cards.all().stream().filter(card -> card.signIn() != null).findFirst();
    }

    JsonNode token(SystemCard card, String code, String redirect, String verifier) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("code", code)
                .put("redirect", redirect)
                .put("verifier", verifier);
        return ask(card, TOKEN, question);
    }

    JsonNode person(SystemCard card, String accessToken) {
        return ask(card, PERSON, Json.MAPPER.createObjectNode().put("accessToken", accessToken));
    }

    /** Those it signs with; read anew when the token names one that is not among them. */
    JWKSet keys(SystemCard card, String token) {
        var now = clock.instant();
        var kept = known;
        if (kept != null
                && kept.card.equals(card)
                && now.isBefore(kept.at.plus(has(kept.keys, token) ? KEYS_LAST : KEYS_REST))) {
            return kept.keys;
        }
        try {
            var keys = JWKSet.parse(Json.text(ask(card, KEYS, Json.MAPPER.createObjectNode())));
            known = new Known(card, keys, now);
            return keys;
        } catch (ParseException e) {
            throw new SignInRefused(ProblemCode.SYSTEM_UNCLEAR);
        }
    }

    private static boolean has(JWKSet keys, String token) {
        try {
            var id = SignedJWT.parse(token).getHeader().getKeyID();
            return id == null || keys.getKeyByKeyId(id) != null;
        } catch (ParseException e) {
            return true; // no key helps
        }
    }

    private JsonNode ask(SystemCard card, String verb, JsonNode question) {
        if (!breakers.tryCall(card)) {
            throw new SignInRefused(ProblemCode.SYSTEM_UNAVAILABLE);
        }
        var outcome = breakers.call(card, () -> connector.ask(card, verb, question));
        if (outcome instanceof Outcome.Acknowledged said && said.answer() != null) {
            return said.answer();
        }
        throw new SignInRefused(
                switch (outcome) {
                    case Outcome.Refused refused -> ProblemCode.SIGN_IN_CODE_REFUSED;
                    case Outcome.Unreachable down -> ProblemCode.SYSTEM_UNAVAILABLE;
                    default -> ProblemCode.SYSTEM_UNCLEAR;
                });
    }
}
