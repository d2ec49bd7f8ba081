package vn.lienthong.hub.deadline;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.json.Times;

/** An office of the committed catalogue, for the tests of this package. */
final class Office {
    static final WorkingCalendar CALENDAR = WorkingCalendar.read(Path.of("mappings/catalogue/calendar"));
    static final Procedures PROCEDURES = Procedures.read(Path.of("mappings/catalogue/procedures.yaml"));
    static final Deadlines DEADLINES = new Deadlines(CALENDAR);

    private Office() {}

    /** A moment as a clock in the office shows it, e.g. {@code 2025-08-12T09:15}. */
    static OffsetDateTime at(String clock) {
        return LocalDateTime.parse(clock).atZone(Times.ZONE).toOffsetDateTime();
    }

    static OffsetDateTime due(String rule, String receivedAt) {
        return DEADLINES.due(DueRule.parse(rule), at(receivedAt));
    }

    static Procedure procedure(String code) {
        return PROCEDURES.find(code).orElseThrow();
    }

    static Procedure withoutRules() {
        return new Procedure("9.000001", "Không có thời hạn", "HT", "Hộ tịch", List.of(), List.of(), "a test");
    }
}
