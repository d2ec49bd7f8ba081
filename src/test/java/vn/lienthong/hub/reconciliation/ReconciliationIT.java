package vn.lienthong.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.reconciliation.Discrepancy.State;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.reconciliation.Reconciliations.Part;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** A clock that a system restarted is found, proven and set right; and nothing else is touched. */
class ReconciliationIT extends HubStory {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final String SYSTEM = "e-certification";
    private static final String TRUE_RECEPTION = "2025-08-12T09:15:00+07:00";

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ReconciliationSettings settings;

    private void signed(String code) {
        register(code);
        report(code, EntryKind.RESULT_SIGNED, event("result-signed", "14:00:00"));
        awaitAtCertification(code, "DELIVERED", "DELIVERED");
    }

    /** By the clock of the stories, which stands long after August 2025. */
    private void restamped(String code) {
        CERTIFICATION.fault("restamp", Map.of("dossiers", List.of(code), "clock", "now"));
        signed(code);
    }

    /** Some dossiers of a day that no other story has, received and signed on it. */
    private List<String> signedOn(LocalDate day) {
        var codes = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> "H24.129-%s-%04d".formatted(day.format(DateTimeFormatter.ofPattern("yyMMdd")), n))
                .toList();
        for (var of : codes) {
            report(of, EntryKind.REGISTERED, registration(of).put("receivedAt", day + "T09:15:00+07:00"));
            report(
                    of,
                    EntryKind.RESULT_SIGNED,
                    event("result-signed", "14:00:00").put("occurredAt", day + "T14:00:00+07:00"));
        }
        codes.forEach(of -> awaitAtCertification(of, "DELIVERED", "DELIVERED"));
        return codes;
    }

    private Reconciliation start() {
        return start(LocalDate.parse("2025-08-12"));
    }

    private Reconciliation start(LocalDate day) {
        return reconciliations.start(
                SYSTEM,
                OffsetDateTime.parse(day + "T00:00:00+07:00"),
                OffsetDateTime.parse(day.plusDays(1) + "T00:00:00+07:00"),
                OPS);
    }

    private UUID compared() {
        return atRest(start().id());
    }

    private List<Discrepancy> foundBy(UUID run) {
        return reconciliations.discrepancies(new DiscrepancyQuery(run, null, null, null), 0, 100);
    }

    private UUID atRest(UUID id) {
        await().atMost(PATIENCE).until(() -> find(id).state().isAtRest());
        assertThat(find(id).fault()).isNull();
        return id;
    }

    private Reconciliation find(UUID id) {
        return reconciliations.find(id).orElseThrow();
    }

    private UUID applied() {
        var id = compared();
        reconciliations.apply(id, OPS);
        return atRest(id);
    }

    private List<Discrepancy> of(String dossier) {
        return reconciliations.discrepancies(new DiscrepancyQuery(null, SYSTEM, dossier, null), 0, 100);
    }

    private Discrepancy only(String dossier) {
        assertThat(of(dossier)).hasSize(1);
        return of(dossier).getFirst();
    }

    private ObjectNode there(String code) {
        return (ObjectNode) CERTIFICATION.state("hoSo").get(code);
    }

    @Test
    void aRestartedClockIsKnownInTheCommitThatRecordsTheMessage() {
        restamped(code);

        var found = only(code);
        assertThat(found.kind()).isEqualTo(Kind.TIME);
        assertThat(found.reason()).isEqualTo("restamp");
        assertThat(found.state()).isEqualTo(State.OPEN);
        assertThat(found.ours()).isEqualTo(TRUE_RECEPTION);
        assertThat(found.minutes()).isPositive();
    }

    @Test
    void aDossierThatWasStoredAsItIsIsNoFinding() {
        signed(code);
        compared();

        assertThat(of(code)).isEmpty();
    }

    @Test
    void ofOldRunsThereStaysWhatProvesSomethingAndWhatWasShownLast() {
        var day = LocalDate.parse("2025-08-18");
        var codes = signedOn(day);
        var first = atRest(start(day).id());
        var second = atRest(start(day).id());
        assertThat(shownIn(first)).containsAll(codes);

        thin(Duration.ofDays(89));
        assertThat(shownIn(first)).isNotEmpty();
        // as if one more dossier had been found to differ
        jdbc.sql("""
                        insert into discrepancy (system, dossier, kind, reason, remedy, state, found_at, seen_at)
                        values (?, ?, 'FEE', 'fee', 'PROPOSE', 'CLOSED', now(), now())""").params(SYSTEM, codes.get(5)).update();
        thin(Duration.ofDays(91));

        assertThat(shownIn(first)).containsExactly(codes.get(5));
        assertThat(shownIn(second)).containsAll(codes);
        assertThat(find(first).state()).isEqualTo(Reconciliation.State.COMPARED);
    }

    private List<String> shownIn(UUID run) {
        return jdbc.sql("select code from shown where reconciliation = ? order by code")
                .param(run)
                .query(String.class)
                .list();
    }

    /** As if that much time had passed, for the one who thins out. */
    private void thin(Duration time) {
        var thinning = new Thinning(
                jdbc, audit, transaction, settings, () -> CLOCK.instant().plus(time));
        while (thinning.some()) {
            assertThat(time).isPositive();
        }
    }

    @Test
    void aSystemThatRestartsEveryClockOfADayIsFoundAndSetRightInEach() {
        var day = LocalDate.parse("2025-08-20");
        CERTIFICATION.fault("restamp", Map.of("all", true, "clock", "now"));
        var codes = signedOn(day);
        CERTIFICATION.calm();
        var run = atRest(start(day).id());

        assertThat(foundBy(run))
                .allMatch(d -> d.kind() == Kind.TIME && d.reason().equals("restamp"))
                .allMatch(d -> d.remedy() == Remedy.CORRECT && d.ours().equals(day + "T09:15:00+07:00"))
                .extracting(Discrepancy::dossier)
                .containsExactlyInAnyOrderElementsOf(codes);
        reconciliations.apply(run, OPS);
        atRest(run);
        assertThat(foundBy(run)).allMatch(d -> d.state() == State.CLOSED);
        assertThat(find(atRest(start(day).id())).found()).isZero();
    }

    @Test
    void inADayInWhichNoClockWasRestartedNothingIsFound() {
        var day = LocalDate.parse("2025-08-21");
        var codes = signedOn(day);
        var run = find(atRest(start(day).id()));

        assertThat(run.shown()).isEqualTo(codes.size());
        assertThat(run.compared()).isGreaterThanOrEqualTo(codes.size());
        assertThat(run.found()).isZero();
    }

    @Test
    void comparingChangesNothing() {
        restamped(code);
        var before = there(code).deepCopy();
        compared();

        assertThat(there(code)).isEqualTo(before);
        assertThat(only(code).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aRestartedClockIsSetRightAndClosedWhenTheSystemShowsTheTruth() {
        restamped(code);
        applied();

        assertThat(there(code).path("ngayTiepNhanLuu").asText()).isEqualTo(TRUE_RECEPTION);
        assertThat(there(code).path("ketThuc").asText()).isEqualTo("2025-08-12T14:00:00+07:00");
        assertThat(only(code).state()).isEqualTo(State.CLOSED);
        assertThat(only(code).decidedBy()).isEqualTo("ops");
        assertThat(ledger.entries(code, 0, 10).getLast().kind()).isEqualTo(EntryKind.CORRECTION);
        assertThat(ledger.find(code).orElseThrow().status().word()).isEqualTo("signed");
    }

    @Test
    void aCorrectionGoesToNoOtherSystemThanTheOneItNames() {
        restamped(code);
        applied();

        assertThat(atPortal(code)).hasSize(2);
        assertThat(atCertification(code)).hasSize(3);
    }

    @Test
    void applyingTwiceOrdersOnce() {
        restamped(code);
        var id = applied();
        reconciliations.apply(id, OPS);
        atRest(id);

        assertThat(atCertification(code)).containsExactly("DELIVERED", "DELIVERED", "DELIVERED");
    }

    @Test
    void applyingAPartLeavesTheRestOpen() {
        restamped(code);
        var another = vn.lienthong.hub.Samples.code();
        restamped(another);
        var run = compared();
        assertThat(reconciliations.outstanding())
                .anyMatch(o -> o.reason().equals("restamp") && o.system().equals(SYSTEM) && o.count() >= 2);

        reconciliations.apply(run, Part.ofOne(only(code).id()), "chỉ một", OPS);
        atRest(run);
        assertThat(only(code).state()).isEqualTo(State.CLOSED);
        assertThat(only(code).note()).isEqualTo("chỉ một");
        assertThat(only(another).state()).isEqualTo(State.OPEN);
        assertThat(atCertification(another)).hasSize(2);

        reconciliations.apply(run, Part.ofReason("restamp"), "", OPS);
        atRest(run);
        assertThat(only(another).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatSomebodyWantsSetRightIsDecidedAboutNoMore() {
        restamped(code);
        jdbc.sql("update discrepancy set decided_by = 'ops' where id = ?")
                .param(only(code).id())
                .update();

        assertThat(only(code).approved()).isTrue();
        assertThatExceptionOfType(Reconciliations.NotOpen.class)
                .isThrownBy(() -> reconciliations.decide(only(code).id(), true, "để nguyên", OPS));
    }

    @Test
    void aSecondComparisonFindsNothingOfIt() {
        restamped(code);
        applied();
        compared();

        assertThat(of(code)).hasSize(1).allMatch(d -> d.state() == State.CLOSED);
    }

    @Test
    void aSystemThatSaysYesAndKeepsTheWrongTimeIsLeftToPeople() {
        restamped(code);
        CERTIFICATION.fault("ignore-corrections");
        applied();

        assertThat(only(code).state()).isEqualTo(State.OPEN);
        assertThat(only(code).remedy().name()).isEqualTo("ESCALATE");
        assertThat(only(code).note()).contains("không giữ lại");
    }

    @Test
    void aCorrectionThatIsRefusedHoldsNobodyBack() {
        restamped(code);
        CERTIFICATION.fault("refuse-corrections");
        applied();
        report(code, EntryKind.RESULT_RETURNED, event("result-returned", "15:00:00"));

        awaitAtCertification(code, "DELIVERED", "DELIVERED", "SKIPPED", "DELIVERED");
        assertThat(only(code).remedy().name()).isEqualTo("ESCALATE");
    }

    @Test
    void whatTheSystemLostIsFoundAndSentAgain() {
        signed(code);
        CERTIFICATION.remove("hoSo", code);
        applied();

        assertThat(only(code).kind()).isEqualTo(Kind.MISSING);
        assertThat(only(code).state()).isEqualTo(State.CLOSED);
        assertThat(there(code).path("banTin")).hasSize(2);
    }

    @Test
    void aDossierThatTheRestartedClockMovedToAnotherDayIsNotMissing() {
        restamped(code);
        compared();

        assertThat(only(code).kind()).isEqualTo(Kind.TIME);
    }

    @Test
    void aSecondDossierUnderAnInventedCodeIsFoundAndNothingIsMadeOfIt() {
        signed(code);
        var twin = there(code).deepCopy().put("maHoSo", "H24.129-250812-90" + code.substring(code.length() - 3));
        CERTIFICATION.store("hoSo", twin.path("maHoSo").asText(), twin);
        applied();

        var found = only(twin.path("maHoSo").asText());
        assertThat(found.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(found.state()).isEqualTo(State.OPEN);
        assertThat(ledger.find(found.dossier())).isEmpty();
        CERTIFICATION.remove("hoSo", found.dossier());
        compared();
        assertThat(only(found.dossier()).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aRecordWhoseReceptionIsFarFromTheDateInItsCodeIsARestartedClockWithoutAsking() {
        signed(code);
        var strange = "H24.129-250512-0" + code.substring(code.length() - 3);
        CERTIFICATION.store(
                "hoSo",
                strange,
                there(code).deepCopy().put("maHoSo", strange).put("ngayTiepNhanLuu", "2025-08-12T11:11:11+07:00"));
        compared();

        assertThat(of(strange)).extracting(Discrepancy::kind).containsExactlyInAnyOrder(Kind.UNKNOWN, Kind.TIME);
        assertThat(of(strange)).extracting(Discrepancy::reason).contains("code-date");
        CERTIFICATION.remove("hoSo", strange);
    }

    @Test
    void whatAPersonHasDecidedIsNotOpenedAgain() {
        restamped(code);
        reconciliations.decide(only(code).id(), true, "đã thống nhất với đơn vị", OPS);
        applied();

        assertThat(only(code).state()).isEqualTo(State.ACCEPTED);
        assertThat(atCertification(code)).hasSize(2);
        assertThatExceptionOfType(Reconciliations.NotOpen.class)
                .isThrownBy(() -> reconciliations.decide(only(code).id(), false, "lần nữa", OPS));
    }

    @Test
    void aSystemThatIsDownIsAskedAgainAndTheReadingGoesOn() {
        restamped(code);
        CERTIFICATION.fault("down");
        var id = start().id();
        await().atMost(PATIENCE).until(() -> find(id).fault() != null);
        CERTIFICATION.calm();

        await().atMost(PATIENCE).until(() -> {
            CLOCK.jump(Duration.ofMinutes(1));
            return find(id).state() == Reconciliation.State.COMPARED;
        });
        assertThat(find(id).fault()).isNull();
        assertThat(only(code).state()).isEqualTo(State.OPEN);
    }
}
