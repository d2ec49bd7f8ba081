package vn.lienthong.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.reconciliation.Reconciliation.State;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;

/** The portal is compared over its stand-in listing, and what can be set right is. */
class PortalComparedIT extends HubStory {
    private static final OffsetDateTime FROM = OffsetDateTime.parse("2025-08-12T00:00:00+07:00");
    private static final String RESTARTED = "TIME receivedAt restamp CORRECT OPEN";

    @Autowired
    Reconciliations reconciliations;

    @Test
    void findsNothingWhereThePortalShowsWhatIsTrue() {
        register(code);
        step(code, "10:00:00");
        paid(code);
        awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED");
        assertThat(found(compare(), code)).isEmpty();
    }

    @Test
    void findsNothingAboutADossierThatStandsThereUnderTheCodeOfThePortal() {
        var body =
                registration(code).put("channel", "online").put("nationalCode", code.replace("H24.129", "G22.99.01"));
        report(code, EntryKind.REGISTERED, body);
        awaitAtPortal(code, "DELIVERED");
        var run = compare();
        assertThat(found(run, code)).isEmpty();
        assertThat(found(run, code.replace("H24.129", "G22.99.01"))).isEmpty();
    }

    @Test
    void setsAClockRightThatWasRestartedInsideTheWindow() {
        restamped("message");
        var run = compare();
        assertThat(found(run, code)).containsExactly(RESTARTED);
        apply(run);
        assertThat(found(run, code)).containsExactly("TIME receivedAt restamp CORRECT CLOSED");
        assertThat(atThePortal("NgayTiepNhan")).isEqualTo("20250812091500");
        assertThat(found(compare(), code)).isEmpty();
    }

    @Test
    void findsByAskingAClockThatWasRestartedOutOfTheWindow() {
        restamped("now");
        var run = compare();
        assertThat(found(run, code)).containsExactly(RESTARTED);
        apply(run);
        assertThat(found(run, code)).containsExactly("TIME receivedAt restamp CORRECT CLOSED");
    }

    @Test
    void handsToAPersonWhatThePortalTookAndDidNotChange() {
        restamped("message");
        PORTAL.fault("ignore-corrections", Map.of("dossiers", List.of(code)));
        var run = compare();
        apply(run);
        assertThat(found(run, code)).containsExactly("TIME receivedAt restamp ESCALATE OPEN");
        assertThat(notes(run)).anyMatch(note -> note.contains("vẫn giữ giá trị cũ"));
    }

    @Test
    void sendsAgainWhatWasLost() {
        PORTAL.fault("lose", Map.of("dossiers", List.of(code)));
        register(code);
        step(code, "10:00:00");
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        PORTAL.calm();
        var run = compare();
        assertThat(found(run, code)).containsExactly("MISSING  missing-there RESEND OPEN");
        apply(run);
        assertThat(found(run, code)).containsExactly("MISSING  missing-there RESEND CLOSED");
        assertThat(atThePortal("TrangThaiHoSo")).isEqualTo("4");
    }

    @Test
    void sendsAgainWhatWasTakenForFinishedWhileItWaits() {
        PORTAL.fault("status-nine", Map.of("dossiers", List.of(code)));
        register(code);
        due(code);
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        PORTAL.calm();
        var run = compare();
        assertThat(found(run, code)).containsExactly("STATUS status status-differs RESEND OPEN");
        apply(run);
        assertThat(found(run, code)).containsExactly("STATUS status status-differs RESEND CLOSED");
    }

    @Test
    void sendsAgainAFeeThatDiffers() {
        PORTAL.fault("fee-differs", Map.of("dossiers", List.of(code)));
        register(code);
        paid(code);
        awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED");
        PORTAL.calm();
        var run = compare();
        assertThat(found(run, code)).containsExactly("FEE fee fee-differs RESEND OPEN");
        apply(run);
        assertThat(found(run, code)).containsExactly("FEE fee fee-differs RESEND CLOSED");
    }

    @Test
    void tellsASecondCodeAndASecondCountApart() {
        var other = Samples.code();
        PORTAL.fault("invent-code", Map.of("dossiers", List.of(code)));
        PORTAL.fault("interlinked-twice", Map.of("pairs", Map.of(code, other)));
        register(code);
        register(other);
        awaitAtPortal(code, "DELIVERED");
        awaitAtPortal(other, "DELIVERED");
        var run = compare();
        assertThat(found(run, code)).containsExactly("COUNTED_TWICE  interlinked ESCALATE OPEN");
        assertThat(found(run, other)).isEmpty();
        assertThat(reconciliations.tallies(run.id()))
                .anyMatch(t -> t.kind() == Kind.DUPLICATE && t.reason().equals("invented-code"));
        PORTAL.forget();
    }

    private void restamped(String clock) {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        PORTAL.fault("restamp", Map.of("dossiers", List.of(code), "clock", clock));
        step(code, "10:00:00");
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
    }

    private void due(String code) {
        var body = event("fee-due", "10:30:00");
        body.putObject("fee").put("code", "LP01").put("amount", 8000);
        report(code, EntryKind.FEE_DUE, body);
    }

    private void paid(String code) {
        due(code);
        var body = event("fee-paid", "10:40:00");
        body.putObject("fee").put("code", "LP01").put("amount", 8000).put("paidVia", "cash");
        report(code, EntryKind.FEE_PAID, body);
    }

    private Reconciliation compare() {
        var run = reconciliations.start("public-service-portal", FROM, FROM.plusDays(7), DAI_SON);
        return awaited(run, State.COMPARED);
    }

    private void apply(Reconciliation run) {
        reconciliations.apply(run.id(), DAI_SON);
        awaited(run, State.APPLIED);
    }

    private Reconciliation awaited(Reconciliation run, State state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reconciliations.find(run.id()).orElseThrow())
                        .extracting(Reconciliation::state, Reconciliation::fault)
                        .containsExactly(state, null));
        return reconciliations.find(run.id()).orElseThrow();
    }

    private List<Discrepancy> of(Reconciliation run) {
        return reconciliations.discrepancies(new DiscrepancyQuery(run.id(), null, null, null), 0, 1000);
    }

    private List<String> found(Reconciliation run, String dossier) {
        return of(run).stream()
                .filter(d -> d.dossier().equals(dossier))
                .map(d -> "%s %s %s %s %s".formatted(d.kind(), d.field(), d.reason(), d.remedy(), d.state()))
                .toList();
    }

    private List<String> notes(Reconciliation run) {
        return of(run).stream()
                .filter(d -> d.dossier().equals(code))
                .map(d -> String.valueOf(d.note()))
                .toList();
    }

    private String atThePortal(String field) {
        return PORTAL.state("dossiers").path(code).path(field).asText();
    }
}
