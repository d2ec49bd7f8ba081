package vn.lienthong.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** What is kept of calls that went wrong, and who sees how much of it. */
class ExchangeIT extends HubStory {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final String PORTAL_ID = "public-service-portal";

    @Autowired
    Exchanges exchanges;

    @Autowired
    Sweeping sweeping;

    private long delivery() {
        return jdbc.sql("select id from delivery where dossier = ? and system = ? order by seq desc limit 1")
                .params(code, PORTAL_ID)
                .query(Long.class)
                .single();
    }

    private ExchangesOf masked() {
        return exchanges.masked(delivery(), OPS).orElseThrow();
    }

    private ExchangesOf disclosed() {
        return exchanges.disclosed(delivery(), "Tìm nguyên nhân", OPS).orElseThrow();
    }

    private static Exchange.Call last(ExchangesOf of) {
        return of.attempts().getLast().calls().getLast();
    }

    @Test
    void keepsWhatWasSentAndAnsweredWhenItWasRefused() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");

        var call = last(disclosed());
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/dvcqg");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.sent()).contains(code, "Nguyễn Văn Mẫu");
        assertThat(call.answer()).contains("error_code");
        assertThat(masked().attempts().getLast().mapped())
                .extracting(Exchange.Mapped::mapping)
                .containsExactly("public-service-portal/register.request", "public-service-portal/reply");
    }

    @Test
    void showsNobodyUnlessAPurposeIsOnRecord() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");

        assertThat(Json.text(masked()))
                .doesNotContain("Nguyễn Văn Mẫu", "030085000000")
                .contains("‹name›", code);
        assertThat(Json.text(disclosed())).contains("Nguyễn Văn Mẫu", "030085000000");
        assertThat(jdbc.sql("select purpose from audit where action = 'exchange.disclose' and dossier = ?")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("Tìm nguyên nhân");
        var elsewhere = new Caller("ops", Set.of("ops"), new UnitScope(Set.of("01")));
        assertThat(exchanges.masked(delivery(), elsewhere)).isEmpty();
        assertThat(exchanges.disclosed(delivery(), "xem", elsewhere)).isEmpty();
    }

    @Test
    void keepsNoCredentialAndNoSession() {
        PORTAL.fault("session-expires-after", Map.of("calls", 1));
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");

        var everything = jdbc.sql("""
                        select convert_from(c.sent, 'UTF8') || convert_from(c.answer, 'UTF8') || e.mapped
                        from exchange_call c join exchange e on e.id = c.exchange""").query(String.class).list();
        assertThat(everything)
                .isNotEmpty()
                .allSatisfy(kept ->
                        assertThat(kept).doesNotContainPattern("\"(session|password)\"\\s*:\\s*\"(?!\\*\\*\\*)"));
    }

    @Test
    void keepsAnAnswerThatNobodyCanRead() {
        PORTAL.fault("junk-before-json", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "UNCERTAIN");

        assertThat(last(masked()).answer()).matches("(?s)\\d{4}\\{.*");
        assertThat(masked().attempts().getLast().code()).isEqualTo("hub.unreadable-answer");
    }

    @Test
    void keepsAsMuchAsCameOfAnAnswerThatBrokeOff() {
        PORTAL.fault("cut-reply", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "UNCERTAIN");

        assertThat(last(masked()).sent()).contains(code);
        assertThat(last(masked()).status()).isEqualTo(200);
    }

    @Test
    void keepsWhatWentOutThoughNothingCameBack() {
        PORTAL.fault("drop-after-commit", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "UNCERTAIN");

        assertThat(last(masked()).sent()).contains(code);
        assertThat(last(masked()).status()).isNull();
        assertThat(last(masked()).failure()).isNotBlank();
    }

    @Test
    void tellsWhereTwoAttemptsDiffer() {
        PORTAL.fault("drop-after-commit", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "UNCERTAIN");
        PORTAL.calm();
        PORTAL.fault("html-error-page");
        CLOCK.jump(Duration.ofSeconds(7));
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> masked().attempts().size() > 1);

        assertThat(exchanges.difference(delivery(), 1, 2, OPS).orElseThrow())
                .extracting(Change::where)
                .contains("kind", "calls/0/status");
        assertThat(exchanges.difference(delivery(), 1, 1, OPS).orElseThrow()).isEmpty();
        assertThat(exchanges.difference(delivery(), 1, 99, OPS)).isEmpty();
        PORTAL.calm();
        CLOCK.jump(Duration.ofHours(1));
        awaitAtPortal(code, "DELIVERED");
    }

    @Test
    void keepsFewOfManyThatWentWell() {
        var before = acknowledged();
        for (int i = 0; i < 20; i++) {
            register(Samples.code());
        }
        register(code);
        awaitAtPortal(code, "DELIVERED");

        assertThat(acknowledged() - before).isLessThanOrEqualTo(1);
    }

    private long acknowledged() {
        return jdbc.sql("select count(*) from exchange where system = ? and outcome = 'acknowledged' and kind = 'SEND'")
                .param(PORTAL_ID)
                .query(Long.class)
                .single();
    }

    @Test
    void keepsNothingForEver() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");
        jdbc.sql(
                        "update exchange set ended_at = ended_at - interval '31 days' where id in (select exchange from exchange_attempt where delivery = ?)")
                .param(delivery())
                .update();

        sweeping.sweep();

        assertThat(masked().attempts()).hasSize(1).allSatisfy(one -> {
            assertThat(one.kept()).isFalse();
            assertThat(one.calls()).isEmpty();
        });
    }

    @Test
    void isServed() throws IOException {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");
        var door = door("ops", List.of("ops"), List.of("*"));

        var listed = door.get("/dossiers/" + code + "/deliveries");
        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
        var lines = tree(listed.body());
        var line = lines.path("items")
                .valueStream()
                .filter(one -> one.path("system").asText().equals(PORTAL_ID))
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/attempts/0/kept").asBoolean()).isTrue();
        var answer =
                door.get("/deliveries/%d/exchanges".formatted(line.path("id").asLong()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tree(answer.body()).at("/attempts/0/calls/0/path").asText()).isNotEmpty();
    }

    private static JsonNode tree(String body) {
        return Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
