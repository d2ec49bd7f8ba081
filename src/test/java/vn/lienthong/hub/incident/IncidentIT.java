package vn.lienthong.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.repair.Repair;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.Repairs;
import vn.lienthong.hub.repair.Selection;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** A system refuses all: one incident, one mail; when all is brought it closes, and says so. */
class IncidentIT extends HubStory {
    private static final int DOSSIERS = 20;
    private static final String PORTAL_ID = "public-service-portal";
    private static final String MAIL = "truc-ca@example.vn";
    private static final Caller OPS = new Caller("van-hanh", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final Selection HELD = new Selection(
            PORTAL_ID, Set.of(DeliveryState.REFUSED, DeliveryState.PARKED), null, null, null, null, null, null, null);

    @Autowired
    Watching watching;

    @Autowired
    Incidents incidents;

    @Autowired
    Repairs repairs;

    @Autowired
    AlertSender.Round sending;

    @Test
    void isOpenedOnceAndClosedOnceHoweverManyFailures() throws Exception {
        run(Act.SKIP); // what other stories left
        look();
        PORTAL.fault("refuse-all");
        var codes = Stream.generate(Samples::code).limit(DOSSIERS).toList();
        codes.forEach(this::register);
        codes.forEach(code -> awaitAtPortal(code, "REFUSED"));

        var others = open().stream().map(Incident::id).toList();
        var mailBefore = ALERTED.mail(MAIL, "không nhận hồ sơ").size();
        look();
        look();

        var opened = open().stream()
                .filter(incident -> !others.contains(incident.id()))
                .toList();
        assertThat(opened).hasSize(1);
        var incident = opened.getFirst();
        assertThat(incident.failures()).isEqualTo(DOSSIERS);
        awaitMail(mailBefore + 1);
        assertThat(ALERTED.mail("lanh-dao", "không nhận hồ sơ")).isEmpty(); // not open for so long
        var mail = ALERTED.mail(MAIL, "không nhận hồ sơ").getLast();
        assertThat(mail.getContent().toString())
                .contains("Số hồ sơ: " + DOSSIERS)
                .doesNotContain("Mẫu", "H24.129");
        assertSigned();

        assertThat(incidents.decide(incident.id(), State.TAKEN, "đang gọi", OPS).owner())
                .isEqualTo("van-hanh");
        PORTAL.calm();
        assertThat(run(Act.RETRY).done()).isEqualTo(DOSSIERS);
        CLOCK.jump(Duration.ofMinutes(2));
        look();

        assertThat(open()).noneMatch(one -> one.id().equals(incident.id()));
        var closed = closed(incident.id());
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.brought()).isGreaterThanOrEqualTo(DOSSIERS);
        awaitMail(mailBefore + 2);
        assertThat(ALERTED.mail(MAIL, "Đã hết")).isNotEmpty();
    }

    private void look() {
        watching.look();
        send();
    }

    private void send() {
        while (sending.one()) {
            // until the outbox is empty
        }
    }

    private void awaitMail(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ALERTED.mail(MAIL, "không nhận hồ sơ")).hasSize(count));
    }

    private List<Incident> open() {
        return incidents.list(true, 100).stream()
                .filter(incident -> incident.kind() == Kind.CAUSE && PORTAL_ID.equals(incident.system()))
                .toList();
    }

    private Incident closed(UUID id) {
        return incidents.list(false, 1000).stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .orElseThrow();
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

    private Repair run(Act act) {
        var id = UUID.randomUUID();
        var planned = repairs.plan(id, act, HELD, new Pace(0, 60_000, 100), "thử", OPS);
        repairs.start(id, null, planned.items(), false, OPS);
        await().atMost(PATIENCE).until(() -> repairs.find(id, OPS).orElseThrow().state() == Repair.State.DONE);
        return repairs.find(id, OPS).orElseThrow();
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
