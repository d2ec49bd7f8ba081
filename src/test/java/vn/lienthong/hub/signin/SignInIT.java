package vn.lienthong.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.json.Json;

/** A citizen signs in: upstream system, browser and sign-in server around a running hub. */
class SignInIT extends HubStory {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final String BACK = "https://motcua.example.vn/back?from=hub";
    private static final String STATE = "state-of-the-upstream-system";
    private static final String CITIZEN = "030085000000";

    private static ObjectNode wanted() {
        return Json.MAPPER.createObjectNode().put("returnTo", BACK).put("state", STATE);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(UTF_8));
    }

    private URI begun(ObjectNode wanted) throws IOException {
        var answer = door().post("/sign-ins", wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(json(answer).path("authorize").asText());
    }

    /** The browser at the sign-in server; where it sends it. */
    private static URI signedIn(URI authorize) throws IOException {
        return location(open(authorize));
    }

    private static HttpResponse<String> open(URI address) throws IOException {
        try {
            return BROWSER.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static URI location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The browser at the hub, which here is not where the world knows it. */
    private HttpResponse<String> comeBack(URI address) throws IOException {
        assertThat(address).hasHost("hub.example.vn").hasPath("/api/v1/sign-ins/come-back");
        var path = address.getRawPath().substring("/api/v1".length());
        return open(door().to(path + "?" + address.getRawQuery()).build().uri());
    }

    private static Map<String, String> query(URI address) {
        var query = new HashMap<String, String>();
        Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return query;
    }

    private Map<String, String> through(ObjectNode wanted) throws IOException {
        var answer = comeBack(signedIn(begun(wanted)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var back = location(answer);
        assertThat(back.toString()).startsWith(BACK + "&").doesNotContain(CITIZEN);
        var query = query(back);
        assertThat(query).containsEntry("state", STATE);
        return query;
    }

    private HttpResponse<String> fetch(String code) throws IOException {
        return door().post("/sign-ins/fetch", Json.MAPPER.createObjectNode().put("code", code));
    }

    @Test
    void tellsTheUpstreamSystemWhoSignedIn() throws Exception {
        var code = through(wanted().put("level", "LoA2")).get("code");

        var token = SignedJWT.parse(json(fetch(code)).path("assertion").asText());

        var keys = JWKSet.parse(door().get("/sign-ins/keys").body());
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://hub.example.vn");
        assertThat(claims.getAudience()).containsExactly("upstream-dai-son");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getStringClaim("acr")).isEqualTo("LoA2");
        assertThat(claims.getJSONObjectClaim("person"))
                .containsEntry("idNumber", CITIZEN)
                .containsEntry("name", "Nguyễn Văn Mẫu")
                .containsEntry("dateOfBirth", "1985-02-28")
                .containsEntry("kind", "citizen");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void asksTheSignInServerForTheLevelAndProvesThatItBeganIt() throws IOException {
        var query = query(begun(wanted().put("level", "LoA3")));

        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("acr_values", "LoA3")
                .containsEntry("redirect_uri", "https://hub.example.vn/api/v1/sign-ins/come-back")
                .containsEntry("code_challenge_method", "S256");
        assertThat(query.get("nonce")).hasSize(43);
        assertThat(query.get("state")).hasSize(43).isNotEqualTo(STATE);
    }

    @ParameterizedTest
    @CsvSource({
        "denied, sign-in.denied",
        "wrong-nonce, sign-in.nonce",
        "wrong-audience, sign-in.audience",
        "wrong-issuer, sign-in.issuer",
        "expired, sign-in.expired",
        "forged, sign-in.signature",
        "level-too-low, sign-in.level",
        "identity-too-low, sign-in.level",
        "other-provider, sign-in.provider",
        "other-subject, sign-in.token",
        "wrong-client, sign-in.code-refused",
        "silent, system.unclear",
        "garbage, system.unclear",
        "down, system.unavailable"
    })
    void refusesASignInThatIsNotRight(String fault, String problem) throws IOException {
        var authorize = begun(wanted().put("level", "LoA2"));
        URI back;
        if (fault.equals("denied")) {
            VNEID.fault(fault);
            back = signedIn(authorize);
        } else {
            back = signedIn(authorize);
            VNEID.fault(fault);
        }

        var query = query(location(comeBack(back)));

        assertThat(query)
                .containsEntry("error", problem)
                .containsEntry("state", STATE)
                .doesNotContainKey("code");
    }

    @Test
    void readsClaimsThatComeAsTexts() throws IOException {
        VNEID.fault("texts");

        assertThat(through(wanted())).containsKey("code");
    }

    @Test
    void takesAStateOnce() throws IOException {
        VNEID.fault("takes-codes-again");
        var back = signedIn(begun(wanted()));
        assertThat(query(location(comeBack(back)))).containsKey("code");

        var again = comeBack(back);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).path("code").asText()).isEqualTo("sign-in.state");
    }

    @Test
    void takesAStateThatNobodyBeganForNone() throws IOException {
        var back = signedIn(begun(wanted()));
        var forged = URI.create(back.toString().replaceFirst("state=[^&]*", "state=" + Secrets.fresh()));

        assertThat(json(comeBack(forged)).path("code").asText()).isEqualTo("sign-in.state");
    }

    @Test
    void refusesACodeOfAnotherSignIn() throws IOException {
        var one = signedIn(begun(wanted()));
        var other = signedIn(begun(wanted()));
        var mixed = URI.create(
                one.toString().replaceFirst("code=[^&]*", "code=" + query(other).get("code")));

        assertThat(query(location(comeBack(mixed)))).containsEntry("error", "sign-in.code-refused");
    }

    @Test
    void endsASignInThatTakesTooLong() throws IOException {
        var back = signedIn(begun(wanted()));
        jdbc.sql("update sign_in set ends_at = ends_at - interval '11 minutes'").update();

        assertThat(json(comeBack(back)).path("code").asText()).isEqualTo("sign-in.state");
    }

    @Test
    void handsAnAssertionOutOnceAndInTime() throws IOException {
        var code = through(wanted()).get("code");
        var late = through(wanted()).get("code");
        jdbc.sql("update sign_in set code_ends = code_ends - interval '2 minutes' where code_hash = ?")
                .param(Secrets.hash(late))
                .update();

        assertThat(fetch(code).statusCode()).isEqualTo(200);
        assertThat(json(fetch(code)).path("code").asText()).isEqualTo("sign-in.code");
        assertThat(json(fetch(late)).path("code").asText()).isEqualTo("sign-in.code");
        assertThat(json(fetch(Secrets.fresh())).path("code").asText()).isEqualTo("sign-in.code");
    }

    @Test
    void handsAnAssertionToNobodyElse() throws IOException {
        var code = through(wanted()).get("code");
        var other = door("upstream-hai-phong", List.of("upstream"), List.of("31"));

        var stolen =
                other.post("/sign-ins/fetch", Json.MAPPER.createObjectNode().put("code", code));

        assertThat(json(stolen).path("code").asText()).isEqualTo("sign-in.code");
        assertThat(fetch(code).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://motcua.example.vn/back",
                "https://evil.example.vn/?x=https://motcua.example.vn/back?from=hub"
            })
    void sendsNoBrowserToAnAddressThatIsNotAgreedOn(String elsewhere) throws IOException {
        var answer = door().post("/sign-ins", wanted().put("returnTo", elsewhere));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("sign-in.return");
    }

    @Test
    void knowsNoLevelThatTheServerDoesNotHave() throws IOException {
        assertThat(json(door().post("/sign-ins", wanted().put("level", "LoA9")))
                        .path("code")
                        .asText())
                .isEqualTo("sign-in.level-unknown");
    }

    @Test
    void keepsNothingThatTellsWhoItWas() throws IOException {
        var code = through(wanted()).get("code");

        var rows = jdbc.sql(
                        "select cast(row_to_json(s) as text) from sign_in s union all select cast(row_to_json(a) as text) from audit a")
                .query(String.class)
                .list();

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("Nguyễn Văn Mẫu") || row.contains(code));
        var bytes = jdbc.sql("select encode(sealed, 'escape') from sign_in where sealed is not null")
                .query(String.class)
                .list();
        assertThat(bytes).isNotEmpty().noneMatch(kept -> kept.contains(CITIZEN));
        assertThat(jdbc.sql("select count(*) from sign_in where code_hash = ?")
                        .param(code.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .query(Integer.class)
                        .single())
                .isZero();
        fetch(code);
        assertThat(jdbc.sql("select count(*) from sign_in where code_hash = ? and sealed is not null")
                        .param(Secrets.hash(code))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
