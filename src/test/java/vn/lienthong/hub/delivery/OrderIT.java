package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;

/** For one dossier and one system, entries arrive in ledger order; what is held holds only its own. */
class OrderIT extends HubStory {
    @Autowired
    Deliveries deliveries;

    @Test
    void bringsTenEntriesReportedAtOnceInLedgerOrder() {
        register(code);
        var reports = IntStream.range(0, 10)
                .mapToObj(n -> new Submission(DAI_SON, null, code, EntryKind.STEP, event("step", "10:00:0" + n)))
                .map(ledger::append)
                .toList();
        reports.forEach(CompletableFuture::join);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(CERTIFICATION.state("hoSo").path(code).path("banTin"))
                                .hasSize(11));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(PORTAL.state("dossiers").path(code).path("TienDo"))
                                .hasSize(10));
        var entries = ledger.entries(code, 0, 20);
        assertThat(CERTIFICATION.state("hoSo").path(code).path("banTin"))
                .extracting(id -> id.asText())
                .containsExactlyElementsOf(
                        entries.stream().map(entry -> entry.id().toString()).toList());
        assertThat(PORTAL.state("dossiers").path(code).path("TienDo"))
                .extracting(step -> step.path("ThoiDiemXuLy").asText())
                .containsExactlyElementsOf(portalTimes(entries));
    }

    private static List<String> portalTimes(List<Entry> entries) {
        return entries.stream()
                .skip(1)
                .map(entry -> entry.occurredAt().format(java.time.format.DateTimeFormatter.ofPattern("yyyyMMddHHmmss")))
                .toList();
    }

    @Test
    void holdsOnlyTheLaterEntriesOfARefusedDossierAndOnlyAtThatSystem() {
        var other = Samples.code();
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        register(other);
        step(code, "10:00:00");
        step(other, "10:00:00");

        awaitAtPortal(other, "DELIVERED", "DELIVERED");
        awaitAtCertification(code, "DELIVERED", "DELIVERED");
        awaitAtPortal(code, "REFUSED", "PENDING");
        PORTAL.calm();
        step(code, "11:00:00");
        CLOCK.jump(Duration.ofHours(2));
        awaitAtCertification(code, "DELIVERED", "DELIVERED", "DELIVERED");
        assertThat(atPortal(code)).containsExactly("REFUSED", "PENDING", "PENDING");
        assertThat(leg().waitingOn()).isEqualTo("ops");
        assertThat(PORTAL.state("dossiers").has(code)).isFalse();
    }

    @Test
    void parksWhatNeverArrivesAndHoldsOnlyItsOwn() {
        PORTAL.fault("drop-before", Map.of("dossiers", List.of(code)));
        register(code);
        step(code, "10:00:00");
        for (var sends = 1; sends <= 6; sends++) {
            awaitSends(sends);
            bringAnotherToEnd();
            CLOCK.jump(Duration.ofMinutes(90));
        }

        awaitAtPortal(code, "PARKED", "PENDING");
        assertThat(burntAtPortal(code)).isEqualTo(6);
        awaitAtCertification(code, "DELIVERED", "DELIVERED");
        assertThat(leg().state()).isEqualTo("PARKED");
        assertThat(leg().waitingOn()).isEqualTo("ops");
    }

    /** Sent, and found in doubt. */
    private void awaitSends(int number) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(burntAtPortal(code)).isEqualTo(number));
    }

    private void bringAnotherToEnd() {
        var other = Samples.code();
        register(other);
        awaitAtPortal(other, "DELIVERED");
    }

    private Leg leg() {
        return deliveries.legs(code).stream()
                .filter(leg -> leg.system().equals("public-service-portal"))
                .findFirst()
                .orElseThrow();
    }
}
