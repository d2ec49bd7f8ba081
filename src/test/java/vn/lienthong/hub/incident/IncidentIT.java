package vn.lienthong.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** Alerts as they leave: by mail and by calls, signed, and again until they are taken. */
class IncidentIT extends HubStory {
    private static final String PORTAL_ID = "public-service-portal";
    private static final String MAIL = "truc-ca@example.vn";
    private static final Caller OPS = new Caller("van-hanh", Set.of("ops"), UnitScope.EVERYWHERE);

    @Autowired
    Watching watching;

    @Autowired
    Incidents incidents;

    @Autowired
    AlertSender.Round sending;

    @Test
    void isSignedAndTellsNothingOfACitizen() throws Exception {
        var codes = Stream.generate(Samples::code).limit(5).toList();
        PORTAL.fault("refuse-all");
        codes.forEach(this::register);
        codes.forEach(code -> awaitAtPortal(code, "REFUSED"));
        watching.look();

        assertThat(open()).isNotEmpty();
        await().atMost(PATIENCE)
                .until(() -> !ALERTED.mail(MAIL, "không nhận hồ sơ").isEmpty());
        assertThat(ALERTED.mail("lanh-dao", "không nhận hồ sơ")).isEmpty(); // not open for so long
        assertThat(ALERTED.mail(MAIL, "không nhận hồ sơ").getLast().getContent().toString())
                .contains("Số hồ sơ: ")
                .doesNotContain("Mẫu", "H24.129");
        assertSigned();
    }

    private void send() {
        while (sending.one()) {
            // until the outbox is empty
        }
    }

    private List<Incident> open() {
        return incidents.list(OPS, true, 100).stream()
                .filter(incident -> incident.kind() == Kind.CAUSE && PORTAL_ID.equals(incident.system()))
                .toList();
    }

    private static void assertSigned() {
        await().atMost(PATIENCE).until(() -> !ALERTED.calls().isEmpty());
        var call = ALERTED.calls().getLast();
        assertThat(call.signature())
                .isEqualTo("v1,"
                        + Channels.signature(
                                "calls-of-the-story-are-signed-with-this",
                                call.id() + "." + call.timestamp() + "." + call.body()));
    }

    private boolean isOneToBeSentAgain() {
        return jdbc.sql("select exists (select 1 from alert where sent_at is null and fault is not null)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void sendsAgainUnderTheSameIdWhatDidNotArrive() {
        ALERTED.answersWith(503);
        var before = ALERTED.calls().size();
        incidents.test("truc-ca", OPS);
        send();
        await().atMost(PATIENCE).until(this::isOneToBeSentAgain);
        assertThat(ALERTED.calls()).hasSizeGreaterThan(before);
        ALERTED.answersWith(204);
        CLOCK.jump(Duration.ofMinutes(1));
        send();

        await().atMost(PATIENCE).until(() -> ALERTED.calls().size() > before + 1);
        var calls = ALERTED.calls();
        assertThat(calls.getLast().id()).isEqualTo(calls.get(calls.size() - 2).id());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ALERTED.mail(MAIL, "Thử cảnh báo")).hasSize(1));
    }
}
