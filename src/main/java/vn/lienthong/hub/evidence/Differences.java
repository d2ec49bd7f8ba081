package vn.lienthong.hub.evidence;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;

/** What other systems show of a dossier and where that differs from what is true. */
@Component
class Differences {
    private static final String FOUND = """
            select system, kind, field, ours, theirs, minutes, reason, remedy, state, found_at, seen_at, closed_at,
              correction::text as correction
            from discrepancy where dossier = any (?) order by id""";
    private static final String SHOWN = """
            select distinct on (r.system) r.system, r.started_at, s.record
            from reconciliation r join shown s on s.reconciliation = r.id and s.code = any (?)
            where r.from_at <= ? and r.until_at > ? order by r.system, r.started_at desc, s.page desc, s.n desc""";

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of the table {@code discrepancy}; {@code minutes} are working minutes, theirs after ours. */
    record Discrepancy(
            String system,
            String kind,
            String field,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable Long minutes,
            String reason,
            String remedy,
            String state,
            OffsetDateTime foundAt,
            OffsetDateTime seenAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable String correction) {}

    /** What a system showed when it was last read over the time in which the dossier was received. */
    record Shown(String system, OffsetDateTime readAt, JsonNode record) {}

    /** @param codes those under which systems know the dossier */
    List<Discrepancy> of(String... codes) {
        return jdbc.sql(FOUND).param(codes).query((row, n) -> discrepancy(row)).list();
    }

    private static Discrepancy discrepancy(ResultSet row) throws SQLException {
        return new Discrepancy(
                row.getString("system"),
                row.getString("kind"),
                row.getString("field"),
                row.getString("ours"),
                row.getString("theirs"),
                row.getObject("minutes", Long.class),
                row.getString("reason"),
                row.getString("remedy"),
                row.getString("state"),
                time(row, "found_at"),
                time(row, "seen_at"),
                timeOrNull(row, "closed_at"),
                row.getString("correction"));
    }

    List<Shown> shown(OffsetDateTime receivedAt, String... codes) {
        return jdbc.sql(SHOWN)
                .params(List.of(codes, receivedAt, receivedAt))
                .query((row, n) ->
                        new Shown(row.getString("system"), time(row, "started_at"), Json.kept(row.getString("record"))))
                .list();
    }
}
