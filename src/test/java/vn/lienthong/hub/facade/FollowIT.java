package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.OPS;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_HAI_PHONG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.delivery.Leg;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.local.LocalClient;

class FollowIT extends FacadeStory {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String HERE = DOSSIERS + "/" + DOSSIER;

    @Autowired
    FacadeUnderTest.PlayedLegs legs;

    @BeforeEach
    void putADossier() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.PROCESSING);
        legs.legs = List.of(leg("PENDING"));
    }

    private static Leg leg(String state) {
        return new Leg(
                "civil-status",
                "Hộ tịch",
                "register",
                state,
                3,
                FakeLedger.RECEIVED.plusHours(1),
                "Hệ thống hộ tịch",
                "Không kết nối được",
                FakeLedger.RECEIVED.plusMinutes(50),
                null,
                Json.MAPPER.createObjectNode().put("receivedAt", "2025-08-12T00:00:00+07:00"),
                Map.of("receivedAt", "date"),
                new Advice("hub/unreachable", "Không kết nối được", Advice.Turn.SYSTEM, "Chờ"));
    }

    @Test
    void saysWhereADossierIs() {
        var answer = get(HERE, UPSTREAM_DAI_SON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).matches("W/\"[0-9a-f]{32}\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(withoutMinutes(json(answer)))
                .isEqualTo(Json.parse("""
                {"code":"H24.129-250812-0035","procedure":"1.001193","channel":"counter",
                 "unit":{"province":"31","commune":"11086"},"status":"processing",
                 "times":{"receivedAt":"2025-08-12T09:15:00+07:00","clockOrigin":"upstream-dai-son",
                          "recordedAt":"2025-08-12T09:15:01+07:00","statusAt":"2025-08-12T09:15:00+07:00"},
                 "deadline":{"dueAt":"2025-08-12T17:15:00+07:00","source":"computed","rule":"8 working hours",
                             "calendarVersion":"2025-1",
                             "ruleVersion":"2024-01-01 8 working hours, online 4 working hours"},
                 "lastSeq":1,
                 "legs":[{"system":"civil-status","title":"Hộ tịch","operation":"register","state":"PENDING","attempts":3,
                          "nextAttemptAt":"2025-08-12T10:15:00+07:00","waitingOn":"Hệ thống hộ tịch",
                          "lastAnswer":"Không kết nối được","sentAt":"2025-08-12T10:05:00+07:00",
                          "storedTimes":{"receivedAt":"2025-08-12T00:00:00+07:00"},
                          "precision":{"receivedAt":"date"},
                          "advice":{"id":"hub/unreachable","means":"Không kết nối được","turn":"system","todo":"Chờ"}}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static JsonNode withoutMinutes(JsonNode dossier) {
        var deadline = (ObjectNode) dossier.get("deadline");
        assertThat(deadline.remove("minutesLeft").isIntegralNumber()).isTrue();
        assertThat(deadline.remove("minutesUsed").isIntegralNumber()).isTrue();
        return dossier;
    }

    @Test
    void movesTheDueTimeByTheTimeASupplementWasWaitedFor() {
        var supplement = new DossierState.Supplement(
                FakeLedger.RECEIVED.plusHours(1), FakeLedger.RECEIVED.plusDays(1), "Thiếu giấy chứng sinh");
        ledger.put(
                DOSSIER,
                "31",
                "11086",
                new DossierState(
                        DossierStatus.SIGNED,
                        FakeLedger.RECEIVED.plusDays(1).plusHours(1),
                        FakeLedger.RECEIVED.plusDays(1).plusHours(1),
                        null,
                        List.of(supplement),
                        List.of(),
                        List.of()));

        var deadline = json(get(HERE, OPS)).path("deadline");

        assertThat(deadline.path("issuedDueAt").asText()).isEqualTo("2025-08-12T17:15:00+07:00");
        assertThat(deadline.path("dueAt").asText()).isEqualTo("2025-08-13T16:00:00+07:00");
        assertThat(deadline.path("minutesUsed").asInt()).isEqualTo(120);
        assertThat(deadline.path("minutesLeft").asInt()).isEqualTo(225);
        assertThat(json(get(DOSSIERS, OPS)).at("/items/0/dueAt")).isEqualTo(deadline.path("dueAt"));
    }

    @ParameterizedTest
    @EnumSource(
            value = LocalClient.class,
            names = {"UPSTREAM_DAI_SON", "UPSTREAM_HAI_PHONG", "OPS", "AUDITOR"})
    void tellsEverybodyWhoMaySeeTheUnit(LocalClient client) {
        assertThat(get(HERE, client).statusCode()).isEqualTo(200);
        assertThat(get(HERE + "/entries", client).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/entries"})
    void answersForADossierElsewhereAsForNone(String what) {
        ledger.put("H24.130-250812-0001", "31", "11113", DossierStatus.RECEIVED);

        var elsewhere = get(DOSSIERS + "/H24.130-250812-0001" + what, UPSTREAM_DAI_SON);
        var none = get(DOSSIERS + "/H24.130-250812-0002" + what, UPSTREAM_DAI_SON);

        assertProblem(elsewhere, 404, "dossier.not-found");
        assertProblem(none, 404, "dossier.not-found");
        assertThat(withoutFault(elsewhere)).isEqualTo(withoutFault(none));
    }

    private static String withoutFault(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"faultId\":\"[^\"]+\"", "");
    }

    @Test
    void answersNothingNewToWhoHasTheNewest() {
        var tag = tag(get(HERE, OPS));

        var same = send(to(HERE, OPS).header("If-None-Match", "\"other\", " + tag.substring("W/".length())));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(tag(same)).isEqualTo(tag);

        legs.legs = List.of(leg("DELIVERED"));
        var changed = send(to(HERE, OPS).header("If-None-Match", tag));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(tag(changed)).isNotEqualTo(tag);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void answersAWaitingCallerWhenSomethingChanged() {
        var tag = tag(get(HERE, OPS));

        var waiting = CompletableFuture.supplyAsync(
                () -> send(to(HERE + "?wait=30", OPS).header("If-None-Match", tag)));
        Awaitility.await().until(() -> !ledger.waits.isEmpty());
        assertThat(waiting).isNotDone();
        legs.legs = List.of(leg("DELIVERED"));
        ledger.news.release();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).at("/legs/0/state").asText()).isEqualTo("DELIVERED");
        });
    }

    @Test
    void seesWithinSecondsWhatAnotherNodeChanged() {
        var tag = tag(get(HERE, OPS));

        var waiting = CompletableFuture.supplyAsync(
                () -> send(to(HERE + "?wait=30", OPS).header("If-None-Match", tag)));
        Awaitility.await().until(() -> !ledger.waits.isEmpty());
        legs.legs = List.of(leg("DELIVERED"));

        assertThat(waiting)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    }

    @Test
    void endsTheWaitWithNothingNew() {
        var tag = tag(get(HERE, OPS));

        var answer = send(to(HERE + "?wait=1", OPS).header("If-None-Match", tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(ledger.waits)
                .isNotEmpty()
                .allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void doesNotWaitForWhoKnowsNothingYet() {
        assertThat(get(HERE + "?wait=60", OPS).statusCode()).isEqualTo(200);
        assertThat(ledger.waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "-1", "soon"})
    void refusesOtherWaits(String wait) {
        assertProblem(get(HERE + "?wait=" + wait, OPS), 400, "request.parameter");
    }

    @Test
    void tellsTheStoryWithoutTheApplicant() {
        ledger.enter(DOSSIER, EntryKind.REGISTERED, birth());
        ledger.enter(DOSSIER, EntryKind.STEP, step());

        var answer = get(HERE + "/entries", UPSTREAM_DAI_SON);

        assertThat(answer.body()).doesNotContain("Mẫu", "030085000000");
        assertThat(json(answer).at("/items/0/event").asText()).isEqualTo("registered");
        assertThat(json(answer).at("/items/0/occurredAt").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
        assertThat(json(answer).at("/items/1/data/step")).isEqualTo(step().get("step"));
        assertThat(json(answer).has("next")).isFalse();
        assertThat(answer.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void marksWhatStartsNoClock() {
        ledger.put(
                DOSSIER,
                "31",
                "11086",
                new DossierState(
                        DossierStatus.RETURNED,
                        FakeLedger.RECEIVED,
                        FakeLedger.RECEIVED,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
        ledger.enter(DOSSIER, EntryKind.REGISTERED, birth());
        ledger.enter(DOSSIER, EntryKind.STEP, step());

        var items = json(get(HERE + "/entries", UPSTREAM_DAI_SON)).path("items");

        assertThat(items.get(0).has("startsClock")).isFalse();
        assertThat(items.get(1).get("startsClock").asBoolean(true)).isFalse();
    }

    @Test
    void pagesThroughTheTimeline() {
        for (var i = 0; i < 5; i++) {
            ledger.enter(DOSSIER, EntryKind.STEP, step());
        }

        var first = get(HERE + "/entries?limit=2", UPSTREAM_DAI_SON);
        var second = get(next(first), UPSTREAM_DAI_SON);
        var third = get(next(second), UPSTREAM_DAI_SON);

        assertThat(json(first).path("items").findValuesAsText("seq")).containsExactly("1", "2");
        assertThat(json(second).path("items").findValuesAsText("seq")).containsExactly("3", "4");
        assertThat(json(third).path("items").findValuesAsText("seq")).containsExactly("5");
        assertThat(third.headers().firstValue("Link")).isEmpty();
    }

    private static String next(HttpResponse<String> answer) {
        var link = Pattern.compile("<(.+)>; rel=\"next\"")
                .matcher(answer.headers().firstValue("Link").orElseThrow());
        assertThat(link.matches()).isTrue();
        return link.group(1);
    }

    @Test
    void pagesThroughDossiersKeepingTheFilter() {
        ledger.put("H24.129-250812-0036", "31", "11086", DossierStatus.RECEIVED);
        ledger.put("H24.130-250812-0001", "31", "11113", DossierStatus.RECEIVED);

        var first = get(DOSSIERS + "?limit=2&province=31&receivedFrom=2025-08-12T00:00:00%2B07:00", UPSTREAM_HAI_PHONG);
        var second = get(next(first), UPSTREAM_HAI_PHONG);

        assertThat(json(first).path("items").findValuesAsText("code"))
                .containsExactly("H24.129-250812-0035", "H24.129-250812-0036");
        assertThat(json(first).path("next").asText()).isEqualTo("H24.129-250812-0036");
        assertThat(json(second).path("items").findValuesAsText("code")).containsExactly("H24.130-250812-0001");
        assertThat(ledger.queries).hasSize(2).allSatisfy(query -> {
            assertThat(query.province()).isEqualTo("31");
            assertThat(query.receivedFrom()).isEqualTo("2025-08-12T00:00:00+07:00");
            assertThat(query.scope().units()).containsExactly("31");
            assertThat(query.limit()).isEqualTo(3);
        });
    }

    @Test
    void asksTheLedgerForEveryFilter() {
        get(
                DOSSIERS + "?commune=11086&status=awaiting-payment&receivedTo=2025-09-01T00:00:00Z&after=" + DOSSIER,
                AUDITOR);

        assertThat(ledger.queries).singleElement().satisfies(query -> {
            assertThat(query.province()).isNull();
            assertThat(query.commune()).isEqualTo("11086");
            assertThat(query.status()).isEqualTo(DossierStatus.AWAITING_PAYMENT);
            assertThat(query.receivedFrom()).isNull();
            assertThat(query.receivedTo()).isEqualTo("2025-09-01T00:00:00Z");
            assertThat(query.after()).isEqualTo(DOSSIER);
        });
    }
}
