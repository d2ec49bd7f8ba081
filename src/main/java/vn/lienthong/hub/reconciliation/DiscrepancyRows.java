package vn.lienthong.hub.reconciliation;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.reconciliation.Discrepancy.State;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.reconciliation.Reconciliations.Outstanding;
import vn.lienthong.hub.reconciliation.Reconciliations.Part;
import vn.lienthong.hub.reconciliation.Reconciliations.Tally;

/** Discrepancies in the database. */
@Component
class DiscrepancyRows {
    /** One that a person has decided about is not opened again while both sides still say the same. */
    private static final String NOTE = """
            insert into discrepancy (system, dossier, kind, field, ours, theirs, minutes, reason, remedy, state,
              reconciliation, found_at, seen_at)
            select ?, f.dossier, f.kind, f.field, f.ours, f.theirs, f.minutes, f.reason, f.remedy, 'OPEN', ?, ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
              as f (dossier, kind, field, ours, theirs, minutes, reason, remedy)
            where not exists (select from discrepancy old where old.dossier = f.dossier and old.system = ?
              and old.kind = f.kind and old.field = f.field and old.state in ('ACCEPTED', 'REJECTED')
              and old.ours is not distinct from f.ours and old.theirs is not distinct from f.theirs)
            on conflict (system, dossier, kind, field) where state in ('OPEN', 'ORDERED') do update
              set ours = excluded.ours, theirs = excluded.theirs, minutes = excluded.minutes, reason = excluded.reason,
                seen_at = excluded.seen_at,
                reconciliation = coalesce(excluded.reconciliation, discrepancy.reconciliation)""";

    private static final String COLUMNS = """
            id, system, dossier, kind, field, ours, theirs, minutes, reason, remedy, state, correction, found_at, seen_at,
            decided_by, note, closed_at""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DiscrepancyRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** @param run absent when it was read back after a delivery */
    void note(String system, @Nullable UUID run, List<Difference> found, Instant now) {
        if (found.isEmpty()) {
            return;
        }
        var at = Times.inOffice(now);
        template.update(connection -> {
            var statement = connection.prepareStatement(NOTE);
            statement.setString(1, system);
            statement.setObject(2, run);
            statement.setObject(3, at);
            statement.setObject(4, at);
            new Columns<>(statement, found)
                    .add(5, "text", Difference::dossier)
                    .add(6, "text", f -> f.kind().name())
                    .add(7, "text", Difference::field)
                    .add(8, "text", Difference::ours)
                    .add(9, "text", Difference::theirs)
                    .add(10, "bigint", Difference::minutes)
                    .add(11, "text", Difference::reason)
                    .add(12, "text", f -> f.remedy().name());
            statement.setString(13, system);
            return statement;
        });
    }

    /** The system was seen to show what is true. */
    int close(String system, Kind kind, String field, Collection<String> dossiers, Instant now) {
        return template.update(connection -> {
            var statement = connection.prepareStatement("""
                    update discrepancy set state = 'CLOSED', closed_at = ?, seen_at = ?
                    where state in ('OPEN', 'ORDERED') and system = ? and kind = ? and field = ? and dossier = any (?)""");
            statement.setObject(1, Times.inOffice(now));
            statement.setObject(2, Times.inOffice(now));
            statement.setString(3, system);
            statement.setString(4, kind.name());
            statement.setString(5, field);
            statement.setArray(6, connection.createArrayOf("text", dossiers.toArray()));
            return statement;
        });
    }

    /**
     * Closes what a whole comparison looked at and saw no more: of dossiers that were shown, and of strange records within
     * the window that are gone.
     */
    int closeUnseen(Run run, Instant now) {
        return jdbc.sql("""
                update discrepancy x set state = 'CLOSED', closed_at = ?
                where x.system = ? and x.state in ('OPEN', 'ORDERED') and x.seen_at < ?
                  and (exists (select from shown s where s.reconciliation = ? and s.code = x.dossier)
                    or x.kind in ('UNKNOWN', 'DUPLICATE', 'COUNTED_TWICE') and exists (select from reconciliation r
                      where r.id = x.reconciliation and r.from_at >= ? and r.until_at <= ?))""")
                .params(Times.inOffice(now), run.system(), run.startedAt(), run.id(), run.from(), run.until())
                .update();
    }

    /** Somebody wants those that can be set right to be so; who has said it first stays on record. */
    void approve(UUID run, Part part, String by, String note) {
        jdbc.sql("""
                update discrepancy set decided_by = ?, note = nullif(?, '')
                where reconciliation = ? and state = 'OPEN' and decided_by is null and remedy in ('CORRECT', 'RESEND')
                  and (?::text is null or reason = ?) and (?::bigint is null or id = ?)""")
                .params(Arrays.asList(
                        by, note, run, part.reason(), part.reason(), part.discrepancy(), part.discrepancy()))
                .update();
    }

    /** Approved ones of a comparison that are not ordered yet. */
    List<Discrepancy> toOrder(UUID run, int limit) {
        return jdbc.sql("select " + COLUMNS + " from discrepancy where reconciliation = ? and state = 'OPEN'"
                        + " and decided_by is not null and remedy in ('CORRECT', 'RESEND') order by id limit ?")
                .params(run, limit)
                .query((row, n) -> discrepancy(row))
                .list();
    }

    boolean ordered(long id, @Nullable UUID correction, Instant now) {
        return jdbc.sql("""
                        update discrepancy set state = 'ORDERED', correction = ?, seen_at = ?
                        where id = ? and state = 'OPEN'""")
                        .params(Arrays.asList(correction, Times.inOffice(now), id))
                        .update()
                == 1;
    }

    /** Ordered ones of a comparison that were not yet seen to be right. */
    List<Discrepancy> ordered(UUID run, long after, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from discrepancy where reconciliation = ? and state = 'ORDERED' and id > ? order by id limit ?")
                .params(run, after, limit)
                .query((row, n) -> discrepancy(row))
                .list();
    }

    /** How many of those are still on their way to the system. */
    long onTheirWay(UUID run) {
        return jdbc.sql("""
                select count(*) from discrepancy x where x.reconciliation = ? and x.state = 'ORDERED'
                  and exists (select from delivery d where d.dossier = x.dossier and d.system = x.system
                    and d.state in ('PENDING', 'LEASED', 'UNCERTAIN'))""").param(run).query(Long.class).single();
    }

    /** What was ordered did not help: people must talk. */
    void escalate(long id, String note, Instant now) {
        jdbc.sql("update discrepancy set state = 'OPEN', remedy = 'ESCALATE', note = ?, seen_at = ? where id = ?")
                .params(note, Times.inOffice(now), id)
                .update();
    }

    /** Not of one that somebody wants to be set right: it may be on its way. */
    Optional<Discrepancy> decide(long id, State state, String by, String note, Instant now) {
        return jdbc.sql("update discrepancy set state = ?, decided_by = ?, note = ?, closed_at = ?"
                        + " where id = ? and state = 'OPEN' and (decided_by is null or remedy not in ('CORRECT', 'RESEND'))"
                        + " returning " + COLUMNS)
                .params(state.name(), by, note, Times.inOffice(now), id)
                .query((row, n) -> discrepancy(row))
                .optional();
    }

    List<Discrepancy> list(DiscrepancyQuery query, long after, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS + " from discrepancy where id > ?"
                                + " and (?::uuid is null or reconciliation = ?::uuid) and (?::text is null or system = ?)"
                                + " and (?::text is null or dossier = ?) and (?::text is null or state = ?) order by id limit ?")
                .params(Arrays.asList(
                        after,
                        query.reconciliation(),
                        query.reconciliation(),
                        query.system(),
                        query.system(),
                        query.dossier(),
                        query.dossier(),
                        word(query.state()),
                        word(query.state()),
                        limit))
                .query((row, n) -> discrepancy(row))
                .list();
    }

    private static @Nullable String word(@Nullable State state) {
        return state == null ? null : state.name();
    }

    List<Tally> tallies(UUID run) {
        return jdbc.sql("""
                select kind, reason, remedy, state, count(*) as count from discrepancy where reconciliation = ?
                group by kind, reason, remedy, state order by kind, reason, remedy, state""")
                .param(run)
                .query((row, n) -> new Tally(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        row.getString("remedy"),
                        row.getString("state"),
                        row.getLong("count")))
                .list();
    }

    /** The reception is written with the offset of the offices, so that the least text is the earliest. */
    List<Outstanding> outstanding() {
        return jdbc.sql("""
                select system, kind, reason, remedy, count(*) as count,
                  min(left(ours, 10)) filter (where field = 'receivedAt') as first,
                  max(left(ours, 10)) filter (where field = 'receivedAt') as last,
                  case when count(*) = count(reconciliation) then max(reconciliation::text)::uuid end as seen_by
                from discrepancy where state = 'OPEN'
                group by system, kind, reason, remedy order by count desc, system, reason""").query((row, n) -> outstanding(row)).list();
    }

    private static Outstanding outstanding(ResultSet row) throws SQLException {
        return new Outstanding(
                row.getString("system"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Remedy.valueOf(row.getString("remedy")),
                row.getLong("count"),
                day(row.getString("first")),
                day(row.getString("last")),
                row.getObject("seen_by", UUID.class));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Discrepancy discrepancy(ResultSet row) throws SQLException {
        return new Discrepancy(
                row.getLong("id"),
                row.getString("system"),
                row.getString("dossier"),
                Kind.valueOf(row.getString("kind")),
                row.getString("field"),
                row.getString("ours"),
                row.getString("theirs"),
                row.getObject("minutes", Long.class),
                row.getString("reason"),
                Remedy.valueOf(row.getString("remedy")),
                State.valueOf(row.getString("state")),
                row.getObject("correction", UUID.class),
                time(row, "found_at"),
                time(row, "seen_at"),
                row.getString("decided_by"),
                row.getString("note"),
                timeOrNull(row, "closed_at"));
    }
}
