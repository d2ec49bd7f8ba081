package vn.lienthong.hub.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** Upstream systems are told what happens to their dossiers, by a running hub. */
class WebhookIT extends HubStory {
    private ReceivingEnd end;
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        end = new ReceivingEnd();
    }

    @AfterEach
    void stopListening() throws IOException {
        for (var id : made) {
            door().send(door().to("/webhooks/" + id).DELETE());
        }
        end.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(UTF_8));
    }

    private JsonNode subscribed(String... events) throws IOException {
        var body = Json.MAPPER.createObjectNode().put("url", end.url());
        var list = body.putArray("events");
        List.of(events).forEach(list::add);
        var answer = door().post("/webhooks", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var one = json(answer);
        made.add(one.path("id").asText());
        return one;
    }

    private String id() {
        return made.getLast();
    }

    private JsonNode one() throws IOException {
        return json(door().get("/webhooks/" + id()));
    }

    private JsonNode act(String what) throws IOException {
        return json(door().send(door().to("/webhooks/" + id() + "/" + what).POST(BodyPublishers.noBody())));
    }

    private void awaitAt(String dossier, Integer... seqs) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(end.of(dossier))
                        .extracting(got -> got.event().at("/data/seq").asInt())
                        .containsExactly(seqs));
    }

    /** It came once, and the hub has written down that it was not taken. */
    private void awaitNotTaken() {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                                select count(*) from attempt a join delivery d on d.id = a.delivery where d.system = ?""").param(system()).query(Integer.class).single() == 1);
        assertThat(end.all()).hasSize(1);
    }

    private void awaitDisabled(String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(one().path("reason").asText()).isEqualTo(reason));
    }

    private void recover() throws IOException {
        var since = Times.text(Times.inOffice(CLOCK.instant().minus(Duration.ofHours(1))));
        door().post(
                        "/webhooks/" + id() + "/recover",
                        Json.MAPPER.createObjectNode().put("since", since));
    }

    private String system() {
        return "webhook-" + id();
    }

    @Test
    void tellsOfEveryEntryInItsOrderSigned() throws IOException {
        var secret = subscribed().path("secret").asText();

        register(code);
        step(code, "10:00:00");
        step(code, "10:05:00");

        awaitAt(code, 1, 2, 3);
        assertThat(end.of(code)).allSatisfy(got -> {
            assertThat(got.isSignedWith(secret)).isTrue();
            assertThat(got.isSignedWith("whsec_bm90IG91cnM=")).isFalse();
            assertThat(got.id()).isEqualTo(got.event().path("id").asText());
            assertThat(Long.parseLong(got.timestamp())).isPositive();
            assertThat(got.type()).isEqualTo("application/cloudevents+json");
            assertThat(new String(got.body(), UTF_8))
                    .doesNotContain("030085000000")
                    .doesNotContain("Nguyễn");
        });
    }

    @Test
    void tellsOnlyOfWhatIsWantedAndOfTheCallersUnits() throws IOException {
        subscribed("step");
        var elsewhere = door("ha-noi", List.of("upstream"), List.of("01"));
        var theirs =
                json(elsewhere.post("/webhooks", Json.MAPPER.createObjectNode().put("url", end.url() + "&of=hanoi")));

        register(code);
        step(code, "10:00:00");

        awaitAt(code, 2);
        assertThat(jdbc.sql("select count(*) from delivery where system = ?")
                        .param("webhook-" + theirs.path("id").asText())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(door().get("/webhooks/" + theirs.path("id").asText()).statusCode())
                .isEqualTo(404);
        elsewhere.send(elsewhere.to("/webhooks/" + theirs.path("id").asText()).DELETE());
    }

    @Test
    void sendsAgainWhatWasNotTakenWithTheSameId() throws IOException {
        subscribed();
        end.answers(500);
        register(code);
        awaitNotTaken();

        end.answers(200);
        CLOCK.jump(Duration.ofSeconds(6));

        awaitAt(code, 1);
        assertThat(end.all())
                .extracting(ReceivingEnd.Got::id)
                .containsOnly(end.of(code).getFirst().id());
    }

    @Test
    void keepsTheOrderOfADossierBehindWhatWasNotTaken() throws IOException {
        subscribed();
        end.answers(500);
        register(code);
        awaitNotTaken();
        step(code, "10:00:00");
        step(code, "10:05:00");

        end.answers(204);
        CLOCK.jump(Duration.ofSeconds(6));

        awaitAt(code, 1, 2, 3);
    }

    @Test
    void isDisabledByGoneAndRecovered() throws IOException {
        subscribed();
        end.answers(410);
        register(code);
        awaitDisabled("gone");
        step(code, "10:00:00");
        assertThat(one().path("enabled").asBoolean()).isFalse();

        end.answers(204);
        recover();

        awaitAt(code, 1, 2);
        assertThat(one().path("enabled").asBoolean()).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(one().path("waiting").asInt()).isZero());
    }

    @Test
    void isDisabledWhenTheScheduleIsSpent() throws IOException {
        subscribed();
        end.answers(503);
        register(code);
        awaitNotTaken();
        jdbc.sql("update delivery set attempts = 9 where system = ?")
                .param(system())
                .update();

        CLOCK.jump(Duration.ofSeconds(6));

        awaitDisabled("not-answering");
        end.answers(204);
        recover();
        awaitAt(code, 1);
    }

    @Test
    void isDisabledWhenNobodyIsThereForAsLong() throws IOException {
        subscribed();
        end.close();
        register(code);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select coalesce(max(tries), 0) from delivery where system = ?")
                                .param(system())
                                .query(Integer.class)
                                .single()
                        > 0);

        jdbc.sql("update delivery set created_at = created_at - interval '5 days' where system = ?")
                .param(system())
                .update();
        jdbc.sql("update subscription set enabled_at = enabled_at - interval '5 days' where id = cast(? as uuid)")
                .param(id())
                .update();

        awaitDisabled("not-answering");
    }

    @Test
    void doesNotHoldUpOthersWhileOneIsDown() throws IOException {
        subscribed();
        try (var other = new ReceivingEnd()) {
            var mine = end;
            end = other;
            subscribed();
            end = mine;
            mine.answers(500);
            var codes = IntStream.range(0, 20).mapToObj(n -> Samples.code()).toList();
            codes.forEach(this::register);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(codes)
                            .allSatisfy(c -> assertThat(other.of(c)).hasSize(1)));
        }
    }

    @Test
    void signsWithBothSecretsWhileOneIsBeingChanged() throws IOException {
        var old = subscribed().path("secret").asText();
        var fresh = act("rotate").path("secret").asText();
        assertThat(fresh).isNotEqualTo(old);

        register(code);
        awaitAt(code, 1);
        assertThat(end.of(code).getFirst().isSignedWith(old)).isTrue();
        assertThat(end.of(code).getFirst().isSignedWith(fresh)).isTrue();

        jdbc.sql("update subscription set old_until = old_until - interval '2 days' where id = cast(? as uuid)")
                .param(id())
                .update();
        step(code, "10:00:00");
        awaitAt(code, 1, 2);
        assertThat(end.of(code).getLast().isSignedWith(old)).isFalse();
        assertThat(end.of(code).getLast().isSignedWith(fresh)).isTrue();
    }

    @Test
    void keepsNoSecret() throws IOException {
        var secret = subscribed().path("secret").asText();

        assertThat(jdbc.sql("select cast(row_to_json(s) as text) from subscription s where id = cast(? as uuid)")
                        .param(id())
                        .query(String.class)
                        .single())
                .doesNotContain(secret.substring("whsec_".length()));
    }

    @Test
    void sendsATestEvent() throws IOException {
        subscribed();

        assertThat(act("ping").path("arrived").asBoolean()).isTrue();
        assertThat(end.all().getLast().event().path("type").asText()).isEqualTo("vn.lienthong.dossier.ping");

        end.answers(500);
        assertThat(act("ping").path("arrived").asBoolean()).isFalse();
    }

    @Test
    void sendsNothingAfterTheEnd() throws IOException {
        subscribed();
        var id = id();
        door().send(door().to("/webhooks/" + id).DELETE());

        register(code);
        awaitAtPortal(code, "DELIVERED");

        assertThat(end.all()).isEmpty();
        assertThat(door().get("/webhooks/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://localhost/x",
                "file:///etc/passwd",
                "http://user:word@localhost/",
                "https://no-such-host.invalid#x"
            })
    void refusesAnAddressThatIsNone(String url) throws IOException {
        var answer = door().post("/webhooks", Json.MAPPER.createObjectNode().put("url", url));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("subscription.url");
    }
}
