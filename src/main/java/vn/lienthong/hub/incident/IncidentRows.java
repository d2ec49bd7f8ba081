package vn.lienthong.hub.incident;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.json.Times;

/** Incidents in the database. */
@Component
class IncidentRows {
    /** Of each key one is open; whoever sees it again only says so. */
    private static final String SEEN = """
            insert into incident (id, key, kind, system, cause, state, came_back, opened_at, seen_at, failures, most,
              dossiers, earliest_due)
            values (?, ?, ?, ?, ?, 'OPEN', exists (select 1 from incident where key = ?), ?, ?, ?, ?, ?, ?)
            on conflict (key) where closed_at is null do update set seen_at = excluded.seen_at,
              failures = excluded.failures, most = greatest(incident.most, excluded.most),
              dossiers = excluded.dossiers, earliest_due = excluded.earliest_due""";

    private static final String CLOSE = """
            update incident i set state = 'CLOSED', closed_at = ?, brought = (
              select count(distinct x.id) from attempt a join delivery x on x.id = a.delivery
              where a.cause = i.cause and a.ended_at >= i.opened_at - interval '7 days' and x.state = 'DELIVERED')
            where closed_at is null and seen_at <= ? returning *""";

    private final JdbcClient jdbc;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void seen(Found found, Instant now) {
        var at = Times.inOffice(now);
        jdbc.sql(SEEN)
                .params(Arrays.asList(
                        ids.generate(),
                        found.key(),
                        found.kind().name(),
                        found.system(),
                        found.cause(),
                        found.key(),
                        at,
                        at,
                        found.failures(),
                        found.failures(),
                        found.dossiers(),
                        found.earliestDue()))
                .update();
    }

    /** Those that nobody has seen since then. */
    List<Incident> closeUnseen(Instant since, Instant now) {
        return jdbc.sql(CLOSE)
                .params(Times.inOffice(now), Times.inOffice(since))
                .query((row, n) -> incident(row))
                .list();
    }

    boolean decide(UUID id, State state, String owner, String note, Instant now) {
        return jdbc.sql("""
                        update incident set state = ?, owner = ?, note = ?, closed_at = ? where id = ? and closed_at is null""")
                        .params(Arrays.asList(
                                state.name(), owner, note, state == State.CLOSED ? Times.inOffice(now) : null, id))
                        .update()
                == 1;
    }

    Optional<Incident> find(UUID id) {
        return jdbc.sql("select * from incident where id = ?")
                .param(id)
                .query((row, n) -> incident(row))
                .optional();
    }

    List<Incident> open() {
        return jdbc.sql("select * from incident where closed_at is null order by opened_at")
                .query((row, n) -> incident(row))
                .list();
    }

    List<Incident> list(boolean openOnly, int limit) {
        return jdbc.sql("select * from incident where not ? or closed_at is null"
                        + " order by closed_at is null desc, opened_at desc limit ?")
                .params(openOnly, limit)
                .query((row, n) -> incident(row))
                .list();
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("system"),
                row.getString("cause"),
                State.valueOf(row.getString("state")),
                row.getBoolean("came_back"),
                time(row, "opened_at"),
                time(row, "seen_at"),
                row.getLong("failures"),
                row.getLong("most"),
                row.getLong("dossiers"),
                timeOrNull(row, "earliest_due"),
                row.getString("owner"),
                row.getString("note"),
                timeOrNull(row, "closed_at"),
                row.getObject("brought", Long.class));
    }
}
