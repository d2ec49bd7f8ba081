package vn.lienthong.hub.signin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** What an upstream system is told about a citizen who signed in: for it alone, and not for long. */
@Component
class Assertions {
    private final SignInSettings settings;
    private final InstantSource clock;
    private final Optional<AssertionKey> key;

    Assertions(SignInSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.key = Optional.ofNullable(settings.key()).map(AssertionKey::in);
    }

    boolean areMade() {
        return key.isPresent() && settings.publicUrl() != null;
    }

    private AssertionKey signer() {
        return key.orElseThrow(() -> new Refusal(ProblemCode.HUB_NO_SIGN_IN));
    }

    String keys() {
        return signer().published();
    }

    /** @param level of authentication that was reached */
    JsonNode content(JsonNode person, String system, String level) {
        var content = Json.MAPPER.createObjectNode();
        content.put("sub", person.path("subject").asText());
        content.put("system", system).put("acr", level);
        content.set("person", person.path("person"));
        return content;
    }

    String token(JsonNode content, String audience) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.publicUrl())
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.assertionLives())));
        Json.MAPPER
                .convertValue(content, new TypeReference<Map<String, Object>>() {})
                .forEach(claims::claim);
        return signer().sign(claims.build());
    }
}
