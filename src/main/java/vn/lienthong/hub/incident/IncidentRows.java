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
import vn.lienthong.hub.security.UnitScope;

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
              dossiers = excluded.dossiers, earliest_due = excluded.earliest_due
            returning id""";

    private static final String BROUGHT = """
            brought = case when i.cause is not null then (
              select count(distinct x.id) from attempt a join delivery x on x.id = a.delivery
              where a.cause = i.cause and a.ended_at >= i.opened_at - interval '7 days' and x.state = 'DELIVERED') end""";
    private static final String CLOSE = "update incident i set state = 'CLOSED', closed_at = ?, "
            + BROUGHT
            + " where closed_at is null and seen_at <= ? returning *";
    private static final String DECIDE =
            "update incident i set state = ?, owner = ?, note = coalesce(nullif(?, ''), note)"
                    + " where id = ? and closed_at is null";
    private static final String DECIDE_CLOSED =
            "update incident i set state = ?, owner = ?, note = coalesce(nullif(?, ''), note), closed_at = ?, "
                    + BROUGHT
                    + " where id = ? and closed_at is null";

    /** The figures are those of the units that are asked for, and stand before those of all. */
    private static final String OF_UNITS = """
            select s.*, i.* from incident i join lateral (
              select sum(failures)::bigint as failures, sum(most)::bigint as most, sum(dossiers)::bigint as dossiers,
                min(earliest_due) as earliest_due, null::bigint as brought
              from incident_unit where incident = i.id and (province = any (?) or province || '/' || commune = any (?))
              having count(*) > 0) s on true""";

    private static final String LISTED = """

            where (not ? or i.closed_at is null)
            order by i.closed_at is null desc, i.opened_at desc, i.id limit ?""";

    private final JdbcClient jdbc;
    private final ShareRows shares;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    IncidentRows(JdbcClient jdbc, ShareRows shares) {
        this.jdbc = jdbc;
        this.shares = shares;
    }

    /** @return the one that is open for it */
    UUID seen(Found found, Instant now) {
        var at = Times.inOffice(now);
        var id = jdbc.sql(SEEN)
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
                .query(UUID.class)
                .single();
        shares.write(id, found.shares());
        return id;
    }

    /** Those that nobody has seen since then. */
    List<Incident> closeUnseen(Instant since, Instant now) {
        return jdbc.sql(CLOSE)
                .params(Times.inOffice(now), Times.inOffice(since))
                .query((row, n) -> incident(row))
                .list();
    }

    boolean decide(UUID id, State state, String owner, String note, Instant now) {
        var decided = state == State.CLOSED
                ? jdbc.sql(DECIDE_CLOSED).params(state.name(), owner, note, Times.inOffice(now), id)
                : jdbc.sql(DECIDE).params(state.name(), owner, note, id);
        return decided.update() == 1;
    }

    Optional<UUID> openOf(String cause) {
        return jdbc.sql("select id from incident where cause = ? and closed_at is null")
                .param(cause)
                .query(UUID.class)
                .optional();
    }

    Optional<Incident> find(UUID id) {
        return jdbc.sql("select * from incident where id = ?")
                .param(id)
                .query((row, n) -> incident(row))
                .optional();
    }

    List<Incident> open() {
        return list(UnitScope.EVERYWHERE, true, Integer.MAX_VALUE);
    }

    /** Open ones first, then newest first; of what concerns these units. */
    List<Incident> list(UnitScope scope, boolean openOnly, int limit) {
        var units = scope.units().toArray(String[]::new);
        var asked = scope.units().contains("*")
                ? jdbc.sql("select * from incident i" + LISTED)
                : jdbc.sql(OF_UNITS + LISTED).params(units, units);
        return asked.param(openOnly)
                .param(limit)
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
