package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.OPS;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.deadline.Deadline;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.ledger.Recheck;
import vn.lienthong.hub.ledger.Recheck.Moved;
import vn.lienthong.hub.security.UnitScope;

class DeadlineIT extends FacadeStory {
    private static final String RECHECK = "/api/v1/deadlines/recheck";

    @Autowired
    FacadeUnderTest.PlayedRecheck recheck;

    @Test
    void listsWhatMoves() {
        var issued = new Deadline(FakeLedger.RECEIVED.plusHours(8), "2025-10-17-aa", "2024-01-01 7 working days", null);
        var now = new Deadline(FakeLedger.RECEIVED.plusDays(1), "2025-12-25-bb", "2024-01-01 7 working days", null);
        recheck.part = new Recheck(
                List.of(
                        new Moved(
                                DOSSIER,
                                "1.004222",
                                "counter",
                                DossierStatus.PROCESSING,
                                FakeLedger.RECEIVED,
                                issued,
                                now,
                                null,
                                135L),
                        new Moved(
                                DOSSIER,
                                "1.004222",
                                "counter",
                                DossierStatus.PROCESSING,
                                FakeLedger.RECEIVED,
                                issued,
                                null,
                                "procedure.unknown",
                                null)),
                1000,
                DOSSIER);

        var answer = get(RECHECK + "?from=2025-08-01&to=2025-08-31&limit=2", AUDITOR);

        assertThat(json(answer)).isEqualTo(Json.parse("""
                {"items":[
                  {"code":"H24.129-250812-0035","procedure":"1.004222","channel":"counter","status":"processing",
                   "receivedAt":"2025-08-12T09:15:00+07:00",
                   "issued":{"dueAt":"2025-08-12T17:15:00+07:00","calendarVersion":"2025-10-17-aa",
                             "ruleVersion":"2024-01-01 7 working days"},
                   "now":{"dueAt":"2025-08-13T09:15:00+07:00","calendarVersion":"2025-12-25-bb",
                          "ruleVersion":"2024-01-01 7 working days"},
                   "minutes":135},
                  {"code":"H24.129-250812-0035","procedure":"1.004222","channel":"counter","status":"processing",
                   "receivedAt":"2025-08-12T09:15:00+07:00",
                   "issued":{"dueAt":"2025-08-12T17:15:00+07:00","calendarVersion":"2025-10-17-aa",
                             "ruleVersion":"2024-01-01 7 working days"},
                   "problem":"procedure.unknown"}],
                 "checked":1000,"moved":2,"next":"H24.129-250812-0035"}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(answer.headers().firstValue("Link"))
                .hasValue(
                        "<" + RECHECK + "?from=2025-08-01&to=2025-08-31&limit=2&after=" + DOSSIER + ">; rel=\"next\"");
    }

    @Test
    void asksWithTheScopeOfTheCaller() {
        get(RECHECK + "?from=2025-08-01&to=2025-08-31&after=" + DOSSIER, OPS);

        assertThat(recheck.asked.scope()).isEqualTo(UnitScope.of(OPS.units()));
        assertThat(recheck.asked.from()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(recheck.asked.to()).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThat(recheck.asked.after()).isEqualTo(DOSSIER);
        assertThat(recheck.asked.limit()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2025-02-30", "limit=0", "limit=201", "after=x", "since=2025-08-01"})
    void refusesOtherQuestions(String query) {
        assertProblem(get(RECHECK + "?" + query, OPS), 400, "request.parameter");
    }
}
