package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.INTEGRATOR;
import static vn.lienthong.hub.local.LocalClient.OPS;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalKey;

class AccessIT extends FacadeStory {
    private static final Map<String, List<LocalClient>> MAY = Map.ofEntries(
            Map.entry("registerDossier", List.of(UPSTREAM_DAI_SON)),
            Map.entry("reportEvent", List.of(UPSTREAM_DAI_SON, OPS)),
            Map.entry("verifyCitizen", List.of(UPSTREAM_DAI_SON)),
            Map.entry("lookUpCitizen", List.of(UPSTREAM_DAI_SON)),
            Map.entry("getDossier", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("listEntries", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("listDossiers", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("getEvidence", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("getEvidenceOfPeriod", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("getEvidenceKey", List.of(UPSTREAM_DAI_SON, OPS, INTEGRATOR, AUDITOR)),
            Map.entry("getJourney", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("resumeJourney", List.of(OPS)),
            Map.entry("stopJourney", List.of(OPS)),
            Map.entry("orderPayment", List.of(UPSTREAM_DAI_SON)),
            Map.entry("listPayments", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("settlePayment", List.of(OPS)),
            Map.entry("listPaymentsToSettle", List.of(OPS, AUDITOR)),
            Map.entry("recheckDeadlines", List.of(OPS, AUDITOR)),
            Map.entry("listSystems", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("describeSystem", List.of(UPSTREAM_DAI_SON, OPS, INTEGRATOR, AUDITOR)),
            Map.entry("testSystem", List.of(OPS, INTEGRATOR)),
            Map.entry("askSystem", List.of(UPSTREAM_DAI_SON)),
            Map.entry("oneStopReport", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("onTimeFigures", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("onTimeDifferences", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("listEditions", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("applyEdition", List.of(INTEGRATOR)),
            Map.entry("planEdition", List.of(INTEGRATOR)),
            Map.entry("restoreEdition", List.of(INTEGRATOR)),
            Map.entry("compareEditions", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("getEditionFiles", List.of(INTEGRATOR)),
            Map.entry("startReconciliation", List.of(OPS)),
            Map.entry("listReconciliations", List.of(OPS, AUDITOR)),
            Map.entry("getReconciliation", List.of(OPS, AUDITOR)),
            Map.entry("applyReconciliation", List.of(OPS)),
            Map.entry("listDiscrepancies", List.of(OPS, AUDITOR)),
            Map.entry("decideDiscrepancy", List.of(OPS)),
            Map.entry("procedureDifferences", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("listIncidents", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("decideIncident", List.of(OPS)),
            Map.entry("listAlertGroups", List.of(OPS, AUDITOR)),
            Map.entry("testAlert", List.of(OPS)),
            Map.entry("showActivity", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("diagnose", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("listDrifts", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("acceptDrift", List.of(OPS, INTEGRATOR)),
            Map.entry("planOutage", List.of(OPS)),
            Map.entry("listOutages", List.of(UPSTREAM_DAI_SON, OPS, INTEGRATOR, AUDITOR)),
            Map.entry("withdrawOutage", List.of(OPS)),
            Map.entry("repairDelivery", List.of(OPS)),
            Map.entry("proposeEdit", List.of(OPS)),
            Map.entry("listEdits", List.of(OPS)),
            Map.entry("getEdit", List.of(OPS)),
            Map.entry("decideEdit", List.of(OPS)),
            Map.entry("planRepair", List.of(OPS)),
            Map.entry("listRepairs", List.of(OPS, AUDITOR)),
            Map.entry("getRepair", List.of(OPS, AUDITOR)),
            Map.entry("startRepair", List.of(OPS)),
            Map.entry("pauseRepair", List.of(OPS)),
            Map.entry("resumeRepair", List.of(OPS)),
            Map.entry("cancelRepair", List.of(OPS)),
            Map.entry("listRepairItems", List.of(OPS, AUDITOR)),
            Map.entry("reportRepair", List.of(OPS, AUDITOR)),
            Map.entry("listReceived", List.of(OPS, AUDITOR)),
            Map.entry("getReceived", List.of(OPS, AUDITOR)),
            Map.entry("getReceivedRaw", List.of(OPS)),
            Map.entry("retryReceived", List.of(OPS)),
            Map.entry("listDeliveries", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("getExchanges", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("compareExchanges", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("readRecordedMessages", List.of(OPS, AUDITOR)),
            Map.entry("anonymiseExchange", List.of(OPS, INTEGRATOR, AUDITOR)),
            Map.entry("discloseExchanges", List.of(OPS, AUDITOR)),
            Map.entry("subscribe", List.of(UPSTREAM_DAI_SON)),
            Map.entry("listSubscriptions", List.of(UPSTREAM_DAI_SON)),
            Map.entry("getSubscription", List.of(UPSTREAM_DAI_SON)),
            Map.entry("changeSubscription", List.of(UPSTREAM_DAI_SON)),
            Map.entry("unsubscribe", List.of(UPSTREAM_DAI_SON)),
            Map.entry("rotateSecret", List.of(UPSTREAM_DAI_SON)),
            Map.entry("pingSubscription", List.of(UPSTREAM_DAI_SON)),
            Map.entry("recoverSubscription", List.of(UPSTREAM_DAI_SON)),
            Map.entry("beginSignIn", List.of(UPSTREAM_DAI_SON)),
            Map.entry("fetchSignIn", List.of(UPSTREAM_DAI_SON)),
            Map.entry("fileFile", List.of(UPSTREAM_DAI_SON)),
            Map.entry("listFiles", List.of(UPSTREAM_DAI_SON, OPS, AUDITOR)),
            Map.entry("lookUpFiles", List.of(UPSTREAM_DAI_SON)),
            Map.entry("getFile", List.of(UPSTREAM_DAI_SON)),
            Map.entry("reuseFile", List.of(UPSTREAM_DAI_SON)));

    record Operation(String id, String method, String path) {}

    static List<Operation> operations() {
        return Contract.load().document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getValue().has("security")) // open: tests of their own
                        .map(operation -> new Operation(
                                operation.getValue().path("operationId").asText(),
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                "/api/v1"
                                        + path.getKey()
                                                .replace("{number}", "1")
                                                .replace("{code}", DOSSIER)
                                                .replace("{system}", "population")
                                                .replace("{order}", PlayedPayments.NUMBER)
                                                .replace("{question}", "verify-citizen")
                                                .replace("{delivery}", "7")
                                                .replace("received/{id}", "received/7")
                                                .replace("{id}", PlayedReconciliations.ID))))
                .toList();
    }

    static Stream<Arguments> everybodyAtEveryDoor() {
        return operations().stream()
                .flatMap(operation -> Stream.of(UPSTREAM_DAI_SON, OPS, INTEGRATOR, AUDITOR)
                        .map(client -> Arguments.of(operation, client)));
    }

    @ParameterizedTest
    @MethodSource("everybodyAtEveryDoor")
    void letsInByRole(Operation operation, LocalClient client) {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);

        var answer = send(to(operation.path(), client).method(operation.method(), BodyPublishers.noBody()));

        // Whoever is let in empty-handed is stopped later, for the body or for what must be in the address.
        if (MAY.get(operation.id()).contains(client)) {
            assertThat(answer.statusCode()).isIn(200, 202, 204, 400, 415);
        } else {
            assertProblem(answer, 403, "caller.forbidden");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksStrangersForAToken(Operation operation) {
        var answer = send(to(operation.path()).method(operation.method(), BodyPublishers.noBody()));

        assertProblem(answer, 401, "caller.unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/v1", "/api/v1/nothing", "/error", "/actuator/health", "/webjars/x", "/favicon.ico"})
    void tellsStrangersNothingOfWhatExists(String path) {
        assertProblem(send(to(path)), 401, "caller.unauthenticated");
    }

    static Stream<Arguments> tokensThatDoNotHold() {
        return Stream.of(
                Arguments.of(
                        "expired",
                        claims(c -> c.issuedAt(Instant.now().minus(Duration.ofHours(2)))
                                .expiresAt(Instant.now().minusSeconds(1)))),
                Arguments.of("without an end", claims(c -> c.claims(all -> all.remove("exp")))),
                Arguments.of("for somebody else", claims(c -> c.audience(List.of("another")))),
                Arguments.of("for nobody", claims(c -> c.claims(all -> all.remove("aud")))),
                Arguments.of("of another issuer", claims(c -> c.issuer("http://elsewhere"))),
                Arguments.of("not yet", claims(c -> c.notBefore(Instant.now().plus(Duration.ofMinutes(10))))),
                Arguments.of("bound to a key", claims(c -> c.claim("cnf", Map.of("jkt", "x")))),
                Arguments.of("of nobody", claims(c -> c.claims(all -> all.remove("sub")))));
    }

    private static Consumer<JwtClaimsSet.Builder> claims(Consumer<JwtClaimsSet.Builder> change) {
        return claims -> {
            claims.subject("upstream-dai-son")
                    .audience(List.of("hub"))
                    .claim("roles", List.of("upstream"))
                    .claim("units", List.of("31"))
                    .issuedAt(Instant.now())
                    .expiresAt(Instant.now().plus(Duration.ofHours(1)));
            change.accept(claims);
        };
    }

    @Test
    void takesTheTokenThatTheOthersAreVariationsOf() {
        assertThat(withToken(key.token(claims(c -> {}))).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatDoNotHold")
    void refusesATokenThatDoesNotHold(String name, Consumer<JwtClaimsSet.Builder> claims) {
        assertRefused(key.token(claims));
    }

    @Test
    void refusesATokenOfAnotherKey() {
        assertRefused(LocalKey.fresh().token(claims(c -> {})));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk",
                "a.b.c",
                // alg none
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJvcHMiLCJhdWQiOlsiaHViIl0sInJvbGVzIjpbIm9wcyJdfQ."
            })
    void refusesWhatIsNoToken(String token) {
        assertRefused(token);
    }

    @Test
    void refusesATokenInTheAddress() {
        var answer = send(to("/api/v1/dossiers?access_token=" + token(OPS)));

        assertProblem(answer, 401, "caller.unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Basic b3BzOm9wcw==", "Bearerjunk", ""})
    void knowsNoOtherWayToShowAToken(String header) {
        var answer = send(to("/api/v1/dossiers").header("Authorization", header));

        assertProblem(answer, 401, "caller.unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER "})
    void readsTheNameOfTheSchemeInAnyCase(String scheme) {
        assertThat(send(to("/api/v1/dossiers").header("Authorization", scheme + token(OPS)))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a b", "Bearer a,b", "Bearer  a", "Bearer a\""})
    void refusesAMalformedHeader(String header) {
        assertProblem(send(to("/api/v1/dossiers").header("Authorization", header)), 401, "caller.token-invalid");
    }

    @Test
    void refusesTwoTokens() {
        var answer = send(to("/api/v1/dossiers", OPS).header("Authorization", "Bearer " + token(OPS)));

        assertProblem(answer, 401, "caller.token-invalid");
    }

    private java.net.http.HttpResponse<String> withToken(String token) {
        return send(to("/api/v1/dossiers").header("Authorization", "Bearer " + token));
    }

    private void assertRefused(String token) {
        var answer = withToken(token);
        assertProblem(answer, 401, "caller.token-invalid");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenWithoutUnitsSeesNothing() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);
        var token = token("ops", List.of("ops"), List.of("everywhere", "%", "31/*"));

        var list = withToken(token);

        assertThat(list.body()).isEqualTo("{\"items\":[]}");
        assertProblem(
                send(to("/api/v1/dossiers/" + DOSSIER).header("Authorization", "Bearer " + token)),
                404,
                "dossier.not-found");
    }

    @Test
    void answersHeadLikeGet() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);

        var answer = send(to("/api/v1/dossiers/" + DOSSIER, OPS).method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsBrowsersToKeepAndRunNothing() {
        assertThat(List.of(get("/api/v1/dossiers", OPS), get("/api/v1/dossiers", INTEGRATOR), send(to("/"))))
                .allSatisfy(answer -> {
                    var headers = answer.headers();
                    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
                    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
                    assertThat(headers.firstValue("Content-Security-Policy"))
                            .hasValue("default-src 'none'; frame-ancestors 'none'");
                    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
                });
    }

    @Test
    void showsTheSystems() {
        var answer = get("/api/v1/systems", INTEGRATOR);

        assertThat(json(answer).at("/items/0/id").asText()).isEqualTo("civil-status");
        assertThat(json(answer).at("/items/0/breaker").asText()).isEqualTo("open");
        assertThat(json(answer).at("/items/0/oldestPendingAt").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
    }
}
