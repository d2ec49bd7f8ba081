package vn.lienthong.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.desk.CauseGroup;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.outage.Outage;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** What opens an incident and what closes it, whom it concerns, and that who sees to it is said once. */
class WatchingIT {
    private static final String DAI_SON = "11086";
    private static final String ELSEWHERE = "11299";
    private static final String CAUSE = "0123456789ab";
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2025-12-01T10:00:00+07:00");

    private static Watched hub;

    @BeforeAll
    static void watch() {
        hub = new Watched(Duration.ofHours(2), "truc-ca");
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void begin() {
        hub.begin("2025-10-02T09:00:00+07:00");
    }

    private static Caller ops(String unit) {
        return new Caller("can-bo", Set.of("ops"), new UnitScope(Set.of(unit)));
    }

    @Test
    void tenThousandFailuresAreOne() {
        hub.owe(10_000, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.tell();
        hub.tell();

        assertThat(hub.open(Kind.CAUSE))
                .singleElement()
                .returns(10_000L, Incident::failures)
                .returns(10_000L, Incident::dossiers)
                .returns(LATER, Incident::earliestDue)
                .returns(State.OPEN, Incident::state);
        assertThat(hub.told("truc-ca")).containsExactly("OPENED");
    }

    @Test
    void aFewAreNoneAndAreFollowedToTheLastOnceThereIsOne() {
        hub.owe(4, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.look();
        assertThat(hub.open(Kind.CAUSE)).isEmpty();

        hub.owe(1, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.look();
        hub.arrive(4);
        hub.clock.jump(Duration.ofMinutes(5));
        hub.look();
        assertThat(hub.open(Kind.CAUSE)).singleElement().returns(1L, Incident::failures);

        hub.arrive(1);
        hub.clock.jump(Duration.ofMinutes(5));
        hub.look();
        hub.tell();
        assertThat(hub.open(Kind.CAUSE)).isEmpty();
        assertThat(hub.told("truc-ca")).containsExactly("OPENED", "CLOSED");
        assertThat(hub.incidents.list(Watched.OPS, false, 10))
                .singleElement()
                .returns(5L, Incident::brought)
                .returns(5L, Incident::most);
    }

    @Test
    void takingACauseIsTakingItsIncident() {
        hub.owe(2, DAI_SON, "PENDING", CAUSE, LATER); // too little to be one by itself
        assertThat(cause().state()).isEqualTo(CauseGroup.State.NEW);

        var taken = hub.incidents.decide(CAUSE, State.TAKEN, "đang gọi họ", Watched.OPS);
        assertThat(cause())
                .returns(CauseGroup.State.TAKEN, CauseGroup::state)
                .returns("van-hanh", CauseGroup::owner)
                .returns("đang gọi họ", CauseGroup::note);
        hub.incidents.decide(taken.id(), State.WAITING, "", Watched.OPS);
        assertThat(cause())
                .returns(CauseGroup.State.WAITING, CauseGroup::state)
                .returns("đang gọi họ", CauseGroup::note);
        hub.clock.jump(Duration.ofMinutes(5));
        hub.look();
        assertThat(hub.open(Kind.CAUSE)).singleElement().returns(taken.id(), Incident::id);
    }

    private static CauseGroup cause() {
        return hub.causes.open(UnitScope.EVERYWHERE).stream()
                .filter(group -> group.id().equals(CAUSE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasSolvedComesBackWhenItFailsAnewAndNotBefore() {
        hub.owe(5, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.look();
        hub.clock.jump(Duration.ofMinutes(1));
        hub.incidents.decide(CAUSE, State.CLOSED, "đã sửa bảng mã", Watched.OPS);
        hub.clock.jump(Duration.ofMinutes(1));
        hub.look();
        assertThat(cause().state()).isEqualTo(CauseGroup.State.SOLVED);
        assertThat(hub.open(Kind.CAUSE)).isEmpty();

        hub.fail(CAUSE);
        assertThat(cause().state()).isEqualTo(CauseGroup.State.BACK);
        hub.look();
        assertThat(hub.open(Kind.CAUSE)).singleElement().returns(true, Incident::cameBack);
        assertThat(cause().state()).isEqualTo(CauseGroup.State.BACK);
    }

    @Test
    void aCommuneSeesWhatConcernsItsDossiers() {
        hub.owe(7, DAI_SON, "REFUSED", CAUSE, LATER.plusDays(1));
        hub.owe(3, ELSEWHERE, "REFUSED", CAUSE, LATER);
        hub.owe(6, ELSEWHERE, "REFUSED", "ba9876543210", LATER);
        hub.look();

        assertThat(hub.incidents.list(ops("31/" + DAI_SON), true, 10))
                .singleElement()
                .returns(CAUSE, Incident::cause)
                .returns(7L, Incident::failures)
                .returns(7L, Incident::dossiers)
                .returns(LATER.plusDays(1), Incident::earliestDue);
        assertThat(hub.incidents.list(ops("31"), true, 10)).hasSize(2);
        assertThat(hub.incidents.list(ops("96"), true, 10)).isEmpty();
        hub.arrive(7);
        hub.look();
        assertThat(hub.incidents.list(ops("31/" + DAI_SON), true, 10))
                .singleElement()
                .returns(0L, Incident::failures)
                .returns(7L, Incident::most);
    }

    @Test
    void whoSeesAPartOfItDecidesNothing() {
        hub.owe(7, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.owe(3, ELSEWHERE, "REFUSED", CAUSE, LATER);
        hub.look();

        assertThatThrownBy(() -> hub.incidents.decide(CAUSE, State.TAKEN, "tôi lo", ops("31/" + DAI_SON)))
                .isInstanceOf(Refusal.class);
        assertThat(hub.incidents.decide(CAUSE, State.TAKEN, "tôi lo", ops("31")).owner())
                .isEqualTo("can-bo");
        assertThatThrownBy(() -> hub.incidents.decide("ffffffffffff", State.TAKEN, "không có", Watched.OPS))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSystemThatCannotBeReachedIsOneUnlessThatWasPlanned() {
        hub.owe(3, DAI_SON, "PENDING", null, LATER);
        hub.call(false);
        hub.outage = new Outage(UUID.randomUUID(), Watched.PORTAL, hub.now(), LATER, "nâng cấp", "ops", null);
        hub.look();
        assertThat(hub.open(Kind.BREAKER)).isEmpty();

        hub.outage = null;
        hub.look();
        assertThat(hub.open(Kind.BREAKER))
                .singleElement()
                .returns(Watched.PORTAL, Incident::system)
                .returns(3L, Incident::failures);
        assertThat(hub.incidents.list(ops("31/" + DAI_SON), true, 10)).hasSize(1);

        hub.clock.jump(Duration.ofMinutes(10)); // so that it may be called again
        hub.call(true);
        hub.clock.jump(Duration.ofMinutes(2));
        hub.look();
        assertThat(hub.open(Kind.BREAKER)).isEmpty();
    }

    @Test
    void dossiersNearTheirDeadlineThatHaveNotArrivedAreOne() {
        hub.owe(
                2,
                DAI_SON,
                "PENDING",
                null,
                OffsetDateTime.parse("2025-10-02T15:10:00+07:00")); // 4:10 of work from now
        hub.owe(1, DAI_SON, "PENDING", null, OffsetDateTime.parse("2025-10-02T15:30:00+07:00"));
        hub.owe(1, DAI_SON, "PENDING", null, OffsetDateTime.parse("2025-10-02T08:00:00+07:00")); // is late already
        hub.look();
        assertThat(hub.open(Kind.DEADLINE)).isEmpty();

        hub.clock.jump(Duration.ofMinutes(11));
        hub.owe(1, DAI_SON, "PENDING", null, OffsetDateTime.parse("2025-10-02T15:00:00+07:00")); // on its way
        hub.look();
        assertThat(hub.open(Kind.DEADLINE)).singleElement().returns(2L, Incident::dossiers);
    }

    @Test
    void nobodyReportingForHoursOfWorkIsOne() {
        hub.owe(1, DAI_SON, "DELIVERED", null, LATER);
        hub.set("2025-10-02T10:59:00+07:00");
        hub.owe(1, DAI_SON, "DELIVERED", null, LATER);
        hub.jdbc
                .sql("update entry set source = 'system:e-certification' where recorded_at > ?")
                .param(OffsetDateTime.parse("2025-10-02T10:00:00+07:00"))
                .update(); // what a system tells is no report
        hub.look();
        assertThat(hub.open(Kind.SILENCE)).isEmpty();

        hub.set("2025-10-02T11:01:00+07:00");
        hub.look();
        assertThat(hub.open(Kind.SILENCE)).hasSize(1);
        assertThat(hub.incidents.list(ops("31"), true, 10)).isEmpty(); // it concerns no unit by name

        hub.owe(1, DAI_SON, "DELIVERED", null, LATER);
        hub.clock.jump(Duration.ofMinutes(2));
        hub.look();
        assertThat(hub.open(Kind.SILENCE)).isEmpty();
    }

    @Test
    void aSumThatDoesNotComeOutIsOne() {
        hub.owe(3, DAI_SON, "DELIVERED", null, LATER);
        hub.look();
        assertThat(hub.open(Kind.CONSERVATION)).isEmpty();

        hub.jdbc
                .sql("delete from delivery where dossier = (select min(dossier) from delivery)")
                .update();
        hub.clock.jump(Duration.ofSeconds(3));
        hub.tell();
        assertThat(hub.open(Kind.CONSERVATION))
                .singleElement()
                .returns(Watched.PORTAL, Incident::system)
                .returns(1L, Incident::failures);
        assertThat(hub.told("truc-ca")).containsExactly("OPENED");
        assertThat(hub.text("truc-ca", "OPENED")).contains("đối chiếu lệch 1");
    }
}
