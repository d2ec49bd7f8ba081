package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.deadline.Deadline;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DeadlineRecheck;
import vn.lienthong.hub.ledger.Recheck.Moved;
import vn.lienthong.hub.ledger.RecheckQuery;
import vn.lienthong.hub.security.Caller;

/** Shows which issued due times come out otherwise now. */
@RestController
final class DeadlineController {
    private final Requests requests;
    private final DeadlineRecheck rechecks;

    DeadlineController(Requests requests, DeadlineRecheck rechecks) {
        this.requests = requests;
        this.rechecks = rechecks;
    }

    record Due(OffsetDateTime dueAt, String calendarVersion, String ruleVersion) {
        static Due of(Deadline deadline) {
            return new Due(
                    Times.inOffice(deadline.dueAt().toInstant()), deadline.calendarVersion(), deadline.ruleVersion());
        }
    }

    record MovedLine(
            String code,
            String procedure,
            String channel,
            String status,
            OffsetDateTime receivedAt,
            Due issued,
            @Nullable Due now,
            @Nullable String problem,
            @Nullable Long minutes) {
        static MovedLine of(Moved moved) {
            var now = moved.now();
            return new MovedLine(
                    moved.dossier(),
                    moved.procedure(),
                    moved.channel(),
                    moved.status().word(),
                    Times.inOffice(moved.receivedAt().toInstant()),
                    Due.of(moved.issued()),
                    now == null ? null : Due.of(now),
                    moved.why(),
                    moved.minutes());
        }
    }

    record MovedPage(
            List<MovedLine> items,
            int checked,
            int moved,
            @Nullable String next) {}

    @GetMapping(path = Paths.RECHECK, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> recheck(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("recheckDeadlines", request);
        var found = rechecks.page(new RecheckQuery(
                caller.scope(),
                day(query, "from"),
                day(query, "to"),
                query.path("after").textValue(),
                Page.limit(query)));
        var items = found.moved().stream().map(MovedLine::of).toList();
        var page = new MovedPage(items, found.checked(), items.size(), found.next());
        return Page.answer(page, page.next, Paths.RECHECK, query);
    }

    private static @Nullable LocalDate day(JsonNode query, String name) {
        var text = query.path(name).textValue();
        return text == null ? null : LocalDate.parse(text);
    }
}
