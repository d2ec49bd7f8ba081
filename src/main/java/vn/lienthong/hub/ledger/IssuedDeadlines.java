package vn.lienthong.hub.ledger;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.deadline.Deadline;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.NoRule;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Recheck.Moved;

/** The due times that the hub computed, as they were issued, against what it would compute now. */
@Component
class IssuedDeadlines implements DeadlineRecheck {
    private static final int CHUNK = 500;
    /** Of one page, so that an answer comes in time however few move. */
    private static final int MOST = 10_000;

    private static final long MINUTE = 60;

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Deadlines deadlines;

    IssuedDeadlines(JdbcClient jdbc, Procedures procedures, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.deadlines = deadlines;
    }

    private record Issued(
            String dossier,
            String procedure,
            String channel,
            DossierStatus status,
            OffsetDateTime receivedAt,
            Deadline deadline) {}

    @Override
    public Recheck page(RecheckQuery query) {
        var moved = new ArrayList<Moved>();
        var checked = 0;
        var last = query.after();
        while (checked < MOST) {
            var chunk = issued(query, last);
            for (var one : chunk) {
                checked++;
                last = one.dossier;
                var now = again(one);
                if (now != null) {
                    moved.add(now);
                }
                if (moved.size() == query.limit()) {
                    return new Recheck(moved, checked, last);
                }
            }
            if (chunk.size() < CHUNK) {
                return new Recheck(moved, checked, null);
            }
        }
        return new Recheck(moved, checked, last);
    }

    private List<Issued> issued(RecheckQuery query, @Nullable String after) {
        var where = DossierConditions.of(query.scope(), null, null)
                .and("d.due_source = ?", "computed")
                .andIf("d.received_at >= ?", query.from() == null ? null : Times.startOf(query.from()))
                .andIf(
                        "d.received_at < ?",
                        query.to() == null ? null : Times.startOf(query.to().plusDays(1)))
                .andIf("d.code > ?", after);
        return jdbc.sql("select d.code, d.procedure, d.channel, d.status, d.received_at, d.due_at, d.calendar_version,"
                        + " d.rule_version, d.process_version from dossier d where " + where.sql()
                        + " order by d.code limit ?")
                .params(where.valuesAnd(CHUNK))
                .query((row, n) -> issued(row))
                .list();
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                row.getString("code"),
                row.getString("procedure"),
                row.getString("channel"),
                DossierStatus.of(row.getString("status")),
                time(row, "received_at"),
                new Deadline(
                        time(row, "due_at"),
                        row.getString("calendar_version"),
                        row.getString("rule_version"),
                        row.getString("process_version")));
    }

    /** Null when it comes out the same. */
    private @Nullable Moved again(Issued one) {
        var procedure = procedures.find(one.procedure);
        if (procedure.isEmpty()) {
            return moved(one, null, "procedure.unknown");
        }
        try {
            var now = deadlines.due(procedure.get(), one.channel, one.receivedAt);
            return now.dueAt().isEqual(one.deadline.dueAt()) ? null : moved(one, now, null);
        } catch (NoRule e) {
            return moved(one, null, "procedure.not-in-force");
        } catch (NoCalendar e) {
            return moved(one, null, "dossier.no-calendar");
        }
    }

    private Moved moved(Issued one, @Nullable Deadline now, @Nullable String why) {
        return new Moved(
                one.dossier,
                one.procedure,
                one.channel,
                one.status,
                one.receivedAt,
                one.deadline,
                now,
                why,
                now == null ? null : minutes(one.deadline.dueAt(), now.dueAt()));
    }

    /** Null when the calendar of now does not reach to what was issued. */
    private @Nullable Long minutes(OffsetDateTime issued, OffsetDateTime now) {
        try {
            return deadlines.between(issued, now).toSeconds() / MINUTE;
        } catch (NoCalendar e) {
            return null;
        }
    }
}
