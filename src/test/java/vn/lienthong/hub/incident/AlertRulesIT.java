package vn.lienthong.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.security.UnitScope;

/** Who is told of what, and when. The offices work from 07:00 to 11:30 and from 13:30 to 17:00. */
class AlertRulesIT {
    private static final String DAI_SON = "11086";
    private static final String CAUSE = "0123456789ab";
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2025-12-01T10:00:00+07:00");

    private static Watched hub;

    @BeforeAll
    static void watch() {
        hub = new Watched(
                Duration.ZERO,
                "truc-ca",
                "lanh-dao after=4h",
                "gap after=1000h deadline-within=1h",
                "it-tin per-hour=2",
                "ban-dem quiet-from=22:00 quiet-until=06:00",
                "tong-hop after=1000h digest=17:00",
                "som-mai after=1000h digest=07:30");
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void begin() {
        hub.begin("2025-10-02T09:00:00+07:00");
    }

    @Test
    void isToldOnceAndAgainWhenItIsOver() {
        hub.owe(5, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.tell();
        hub.tell();
        assertThat(hub.told("truc-ca")).containsExactly("OPENED");
        assertThat(hub.text("truc-ca", "OPENED")).contains("Số thông điệp: 5").doesNotContain("H24", DAI_SON);

        hub.arrive(5);
        hub.clock.jump(Duration.ofMinutes(2));
        hub.tell();
        assertThat(hub.told("truc-ca")).containsExactly("OPENED", "CLOSED");
        assertThat(hub.told("lanh-dao")).as("who was not told that it is open").isEmpty();
    }

    @Test
    void goesUpWhenNobodyHasTakenItForHoursOfWork() {
        hub.owe(5, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.tell();
        hub.set("2025-10-02T14:55:00+07:00"); // the pause at noon is no work
        hub.tell();
        assertThat(hub.told("lanh-dao")).isEmpty();

        hub.set("2025-10-02T15:01:00+07:00");
        hub.tell();
        assertThat(hub.told("lanh-dao")).containsExactly("ESCALATED");
    }

    @Test
    void doesNotGoUpWhenSomebodyHasTakenIt() {
        hub.owe(5, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.tell();
        hub.incidents.decide(CAUSE, State.TAKEN, "đang gọi", Watched.OPS);
        hub.set("2025-10-02T16:00:00+07:00");
        hub.tell();
        assertThat(hub.told("lanh-dao")).isEmpty();
    }

    @Test
    void goesUpWhenTimeRunsOutWhoeverHasTakenIt() {
        hub.owe(5, DAI_SON, "REFUSED", CAUSE, OffsetDateTime.parse("2025-10-02T10:30:00+07:00"));
        hub.tell();
        hub.incidents.decide(CAUSE, State.TAKEN, "đang gọi", Watched.OPS);
        hub.tell();
        assertThat(hub.told("gap")).isEmpty();

        hub.set("2025-10-02T09:31:00+07:00");
        hub.tell();
        assertThat(hub.told("gap")).contains("ESCALATED");
        assertThat(hub.told("lanh-dao")).isEmpty();
    }

    @Test
    void isNoStorm() {
        for (var n = 0; n < 5; n++) {
            hub.owe(5, DAI_SON, "REFUSED", "%012d".formatted(n), LATER);
        }
        hub.tell();
        assertThat(hub.told("truc-ca")).hasSize(5);
        assertThat(hub.told("it-tin")).hasSize(2);

        hub.clock.jump(Duration.ofMinutes(30));
        hub.tell();
        assertThat(hub.told("it-tin")).hasSize(2);
        hub.clock.jump(Duration.ofMinutes(31));
        hub.tell();
        assertThat(hub.told("it-tin")).as("nothing is lost by it").hasSize(4);
    }

    @Test
    void waitsForTheEndOfTheQuietHoursUnlessItIsTried() {
        hub.set("2025-10-02T23:00:00+07:00");
        hub.owe(5, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.tell();
        hub.incidents.test("ban-dem", Watched.OPS);
        hub.tell();
        assertThat(hub.told("truc-ca")).containsExactly("OPENED");
        assertThat(hub.told("ban-dem")).containsExactly("TEST");

        hub.set("2025-10-03T05:59:00+07:00");
        hub.tell();
        assertThat(hub.told("ban-dem")).containsExactly("TEST");
        hub.set("2025-10-03T06:00:01+07:00");
        hub.tell();
        assertThat(hub.told("ban-dem")).containsExactly("TEST", "OPENED");
    }

    @Test
    void sumsUpTheShiftOnceADayByTheNumbersOfTheDesk() {
        hub.owe(4, DAI_SON, "DELIVERED", null, LATER);
        hub.owe(6, DAI_SON, "REFUSED", CAUSE, LATER);
        hub.set("2025-10-02T16:59:00+07:00");
        hub.tell();
        assertThat(hub.told("tong-hop")).isEmpty();

        hub.set("2025-10-02T17:00:01+07:00");
        hub.tell();
        hub.tell();
        assertThat(hub.told("tong-hop")).containsExactly("DIGEST");
        var desk = hub.shifts.now(UnitScope.EVERYWHERE);
        assertThat(desk.held()).isEqualTo(6);
        assertThat(hub.text("tong-hop", "DIGEST"))
                .contains(
                        "đã tới " + desk.delivered() + ".",
                        "cần người xử lý " + desk.held(),
                        "phải gửi 10 = đã tới 4 + bị từ chối 6 + đỗ lại 0 + đang chờ 0 + bỏ qua 0;",
                        "Sự cố đang mở (1)");
        assertThat(hub.open(Kind.CAUSE)).hasSize(1);
    }

    @Test
    void sumsUpInTheMorningTheShiftThatHasEnded() {
        hub.owe(4, DAI_SON, "DELIVERED", null, LATER);
        hub.set("2025-10-03T07:30:05+07:00");
        hub.tell();
        assertThat(hub.told("som-mai")).containsExactly("DIGEST");
        assertThat(hub.text("som-mai", "DIGEST")).contains("phải gửi 4 = đã tới 4");
    }
}
