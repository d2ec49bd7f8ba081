package vn.lienthong.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.net.URI;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.SignInRules;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/**
 * The hub as relying party (OpenID Connect, code flow with PKCE). No address that passes a browser tells who the citizen
 * is: it carries codes and nothing else.
 */
@Component
class CitizenSignIns implements SignIns {
    private static final String COME_BACK = "/api/v1/sign-ins/come-back";
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final SignInSettings settings;
    private final SignInServer server;
    private final SignInRows rows;
    private final Assertions assertions;
    private final Audit audit;
    private final InstantSource clock;

    CitizenSignIns(
            SignInSettings settings,
            SignInServer server,
            SignInRows rows,
            Assertions assertions,
            Audit audit,
            InstantSource clock) {
        this.settings = settings;
        this.server = server;
        this.rows = rows;
        this.assertions = assertions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Begun begin(Wanted wanted, Caller caller) {
        var card = card();
        var rules = rules(card);
        if (!settings.returnTo().getOrDefault(caller.client(), List.of()).contains(wanted.returnTo())) {
            throw new Refusal(
                    Problem.of(ProblemCode.SIGN_IN_RETURN, ProblemCode.SIGN_IN_RETURN.title(), "/returnTo", List.of()));
        }
        var level = wanted.level() == null ? rules.levels().getFirst() : wanted.level();
        if (!rules.levels().contains(level)) {
            throw new Refusal(
                    Problem.of(ProblemCode.SIGN_IN_LEVEL_UNKNOWN, "levels are " + rules.levels(), "/level", List.of()));
        }
        var state = Secrets.fresh();
        var begun = new SignInRows.Begun(
                IDS.generate(),
                card.id(),
                caller.client(),
                wanted.returnTo(),
                wanted.state(),
                level,
                Secrets.fresh(),
                Secrets.fresh());
        var now = clock.instant();
        var ends = now.plus(settings.patience());
        rows.begin(begun, Secrets.hash(state), now, ends);
        return new Begun(authorize(card, rules, begun, state), Times.inOffice(ends));
    }

    private URI authorize(SystemCard card, SignInRules rules, SignInRows.Begun begun, String state) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", client(card));
        query.put("redirect_uri", comeBack());
        query.put("scope", rules.scope());
        query.put("acr_values", begun.level());
        query.put("state", state);
        query.put("nonce", begun.nonce());
        query.put("code_challenge", Secrets.challenge(begun.verifier()));
        query.put("code_challenge_method", "S256");
        return with(rules.authorize(), query);
    }

    @Override
    public URI comeBack(String state, @Nullable String code, @Nullable String error) {
        var begun = rows.comeBack(Secrets.hash(state), clock.instant())
                .orElseThrow(() -> new Refusal(ProblemCode.SIGN_IN_STATE));
        try {
            IdTokens.require(error == null && code != null, ProblemCode.SIGN_IN_DENIED);
            var person = person(begun, Objects.requireNonNull(code));
            var once = Secrets.fresh();
            rows.signedIn(
                    begun.id(),
                    Secrets.hash(once),
                    Secrets.seal(once, Json.bytes(person)),
                    clock.instant().plus(settings.codeLives()));
            note(begun.client(), "sign-in.done", begun.level());
            return back(begun, "code", once);
        } catch (SignInRefused e) {
            note(begun.client(), "sign-in.refused", e.code().code());
            return back(begun, "error", e.code().code());
        }
    }

    private JsonNode person(SignInRows.Begun begun, String code) {
        var card = card();
        var rules = rules(card);
        var tokens = server.token(card, code, comeBack(), begun.verifier());
        var idToken = tokens.path("idToken").asText();
        var claims = new IdTokens(rules, client(card), settings.clockSkew())
                .judged(
                        idToken,
                        server.keys(card, idToken),
                        new IdTokens.Expected(begun.nonce(), begun.level(), clock.instant()));
        var answer = server.person(card, tokens.path("accessToken").asText());
        // what another subject's token opens is not about this one (OpenID Connect Core 1.0, 5.3.2)
        IdTokens.require(
                Objects.equals(claims.getSubject(), answer.path("subject").textValue()), ProblemCode.SIGN_IN_TOKEN);
        IdTokens.require(
                rules.provider() == null
                        || rules.provider().equals(answer.path("provider").textValue()),
                ProblemCode.SIGN_IN_PROVIDER);
        IdTokens.require(answer.path("assurance").asInt(0) >= rules.assurance(), ProblemCode.SIGN_IN_LEVEL);
        return assertions.content(answer, card.id(), Objects.toString(claims.getClaim("acr")));
    }

    @Override
    public Assertion fetch(String code, Caller caller) {
        var sealed = rows.fetch(Secrets.hash(code), caller.client(), clock.instant())
                .orElseThrow(() -> new Refusal(ProblemCode.SIGN_IN_CODE));
        var token = assertions.token(Json.parse(Secrets.open(code, sealed)), caller.client());
        audit.record(row(caller.client(), "sign-in.fetched", null)).join();
        return new Assertion(token, settings.assertionLives());
    }

    @Override
    public String keys() {
        return assertions.keys();
    }

    private SystemCard card() {
        return server.card().filter(card -> assertions.areMade()).orElseThrow(CitizenSignIns::nobody);
    }

    private static SignInRules rules(SystemCard card) {
        return Objects.requireNonNull(card.signIn());
    }

    private static String client(SystemCard card) {
        return card.credentials().getOrDefault("clientId", "");
    }

    private String comeBack() {
        return settings.publicUrl() + COME_BACK;
    }

    private static Refusal nobody() {
        return new Refusal(ProblemCode.HUB_NO_SIGN_IN);
    }

    private static URI back(SignInRows.Begun begun, String name, String value) {
        return with(begun.returnTo(), Map.of(name, value, "state", begun.said()));
    }

    private static URI with(String address, Map<String, String> query) {
        var more = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.contains("?") ? "&" : "?") + more);
    }

    private void note(String client, String action, String detail) {
        audit.record(row(client, action, detail)).join();
    }

    private static AuditRow row(String client, String action, @Nullable String detail) {
        return new AuditRow(client, action, null, null, null, detail);
    }
}
