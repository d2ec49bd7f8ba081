package vn.lienthong.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.registration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.ledger.Recheck.Moved;
import vn.lienthong.hub.security.UnitScope;

/** The swap of Friday 2 and Saturday 10 January 2026 was announced on 25 December 2025, after due times were issued. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.integration=src/test/resources/packs/none/integration",
            "hub.routes=src/test/resources/packs/none/routes"
        })
@ContextConfiguration(initializers = TestHub.class)
class DeadlineRecheckIT {
    private static final LocalDate FROM = LocalDate.of(2025, 12, 29);
    private static final LocalDate TO = LocalDate.of(2025, 12, 30);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.read(Path.of("mappings/catalogue/calendar"));
    private static final WorkingCalendar BEFORE = CALENDAR.knownOn(LocalDate.of(2025, 12, 24));

    @Autowired
    Ledger ledger;

    @Autowired
    DeadlineRecheck recheck;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Procedures procedures;

    @BeforeEach
    void issueDueTimesUnderTheCalendarOfBefore() {
        jdbc.sql("update dossier set due_source = 'claimed' where received_at >= '2025-12-28Z'")
                .update();
        issue("0001", "1.004222", "2025-12-29T09:00:00+07:00"); // seven working days: over the swapped Friday
        issue("0002", "2.000815", "2025-12-29T09:00:00+07:00"); // the same day: not touched
        issue("0003", "1.004222", "2025-12-30T09:00:00+07:00");
    }

    @Test
    void listsWhatMovesWithBothVersionsAndTheDifference() {
        var found = recheck.page(query(null, 50));

        assertThat(found.checked()).isEqualTo(3);
        assertThat(found.next()).isNull();
        assertThat(found.moved()).extracting(Moved::dossier).containsExactly(code("0001"), code("0003"));
        var first = found.moved().getFirst();
        assertThat(first.procedure()).isEqualTo("1.004222");
        assertThat(first.issued().dueAt()).hasToString("2026-01-08T09:00+07:00");
        assertThat(first.issued().calendarVersion()).isEqualTo(BEFORE.version());
        assertThat(first.now().dueAt()).hasToString("2026-01-09T09:00+07:00");
        assertThat(first.now().calendarVersion()).isEqualTo(CALENDAR.version());
        assertThat(first.minutes()).isEqualTo(8 * 60);
    }

    @Test
    void movesNobodysPromise() {
        var before = dues();

        recheck.page(query(null, 50));

        assertThat(dues()).isEqualTo(before);
    }

    @Test
    void goesOnBehindACode() {
        var codes = new ArrayList<String>();
        var checked = 0;
        String after = null;
        do {
            var part = recheck.page(query(after, 1));
            part.moved().forEach(moved -> codes.add(moved.dossier()));
            checked += part.checked();
            after = part.next();
        } while (after != null);

        assertThat(codes).containsExactly(code("0001"), code("0003"));
        assertThat(checked).isEqualTo(3);
    }

    @Test
    void looksOnlyAtWhatWasReceivedInTheDaysAndMayBeSeen() {
        assertThat(recheck.page(new RecheckQuery(UnitScope.EVERYWHERE, TO, TO, null, 50))
                        .moved())
                .extracting(Moved::dossier)
                .containsExactly(code("0003"));
        assertThat(recheck.page(new RecheckQuery(new UnitScope(Set.of("31/11113")), FROM, TO, null, 50)))
                .isEqualTo(new Recheck(List.of(), 0, null));
    }

    @Test
    void leavesWhatAnOfficeClaimedToTheOffice() {
        jdbc.sql("update dossier set due_source = 'claimed' where code = ?")
                .param(code("0001"))
                .update();

        assertThat(recheck.page(query(null, 50)).moved())
                .extracting(Moved::dossier)
                .containsExactly(code("0003"));
    }

    @Test
    void saysWhyOneCannotBeReckonedAnyMore() {
        jdbc.sql("update dossier set procedure = '9.999999' where code = ?")
                .param(code("0002"))
                .update();

        assertThat(recheck.page(query(null, 50)).moved()).anySatisfy(moved -> {
            assertThat(moved.dossier()).isEqualTo(code("0002"));
            assertThat(moved.why()).isEqualTo("procedure.unknown");
            assertThat(moved.now()).isNull();
            assertThat(moved.minutes()).isNull();
        });
    }

    private static RecheckQuery query(String after, int limit) {
        return new RecheckQuery(new UnitScope(Set.of("31")), FROM, TO, after, limit);
    }

    private static String code(String ordinal) {
        return "H24.129-251229-" + ordinal;
    }

    private void issue(String ordinal, String procedure, String receivedAt) {
        var code = code(ordinal);
        var body = registration(code).put("procedure", procedure).put("receivedAt", receivedAt);
        ledger.append(new Submission(DAI_SON, null, code, EntryKind.REGISTERED, body))
                .join();
        var then = new Deadlines(BEFORE)
                .due(procedures.find(procedure).orElseThrow(), "counter", java.time.OffsetDateTime.parse(receivedAt));
        jdbc.sql(
                        "update dossier set procedure = ?, due_source = 'computed', due_at = ?, calendar_version = ? where code = ?")
                .params(procedure, then.dueAt(), then.calendarVersion(), code)
                .update();
    }

    private List<String> dues() {
        return jdbc.sql("select code || due_at || calendar_version || xmin from dossier order by code")
                .query(String.class)
                .list();
    }
}
