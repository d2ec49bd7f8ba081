package vn.lienthong.hub.reconciliation;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.reconciliation.Reconciliation.State;

/**
 * Reconciliations in the database. Every step forward names the step it goes on from: of two nodes that work on the same
 * one, the slower changes nothing.
 */
@Component
class RunRows {
    private static final String COLUMNS = """
            id, system, from_at, until_at, state, next_page, pages, reached, shown, compared, found, fault, started_by,
            started_at, ended_at""";
    private static final String CLAIM = """
            update reconciliation set busy_until = ? where id = (
              select id from reconciliation where state not in ('COMPARED', 'APPLIED', 'FAILED') and busy_until <= ?
              order by started_at limit 1 for update skip locked)
            returning """ + " " + COLUMNS;

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID id, String system, OffsetDateTime from, OffsetDateTime until, String by, Instant now) {
        jdbc.sql("""
                insert into reconciliation (id, system, from_at, until_at, state, started_by, started_at, busy_until)
                values (?, ?, ?, ?, 'READING', ?, ?, ?)""")
                .params(id, system, from, until, by, Times.inOffice(now), Times.inOffice(now))
                .update();
    }

    /** The oldest that nobody works on, for a while. */
    Optional<Run> claim(Instant now, Duration lease) {
        return jdbc.sql(CLAIM)
                .params(Times.inOffice(now.plus(lease)), Times.inOffice(now))
                .query((row, n) -> run(row))
                .optional();
    }

    /** As it stands now, if there is something left to do. */
    Optional<Run> unfinished(UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from reconciliation where id = ? and state not in ('COMPARED', 'APPLIED', 'FAILED')")
                .param(id)
                .query((row, n) -> run(row))
                .optional();
    }

    /** Nobody goes on before then. */
    void rest(UUID id, @Nullable String fault, Instant until) {
        jdbc.sql("update reconciliation set busy_until = ?, fault = ? where id = ?")
                .params(java.util.Arrays.asList(Times.inOffice(until), fault, id))
                .update();
    }

    /** One page was read and compared; without a next one, all were. False when another node was faster. */
    boolean pageRead(Run run, @Nullable String nextPage, int records, int found, Instant busyUntil) {
        return jdbc.sql("""
                        update reconciliation set next_page = ?, pages = pages + 1, shown = shown + ?,
                          compared = compared + ?, found = found + ?, fault = null, busy_until = ?, state = case when ?::text is null then 'COMPARING' else state end
                        where id = ? and state = 'READING' and pages = ?""")
                        .params(java.util.Arrays.asList(
                                nextPage,
                                records,
                                records,
                                found,
                                Times.inOffice(busyUntil),
                                nextPage,
                                run.id(),
                                run.pages()))
                        .update()
                == 1;
    }

    /** A stretch of codes was looked at. False when another node was faster. */
    boolean reached(Run run, String code, int compared, int found, Instant busyUntil) {
        return jdbc.sql("""
                        update reconciliation set reached = ?, compared = compared + ?, found = found + ?, fault = null,
                          busy_until = ? where id = ? and state = ? and reached = ?""")
                        .params(
                                code,
                                compared,
                                found,
                                Times.inOffice(busyUntil),
                                run.id(),
                                run.state().name(),
                                run.reached())
                        .update()
                == 1;
    }

    /** Nobody moves it until this transaction ends. */
    void hold(UUID id) {
        jdbc.sql("select id from reconciliation where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /** From one pass to the next, or to rest. False when it was not in the state it goes on from. */
    boolean moved(UUID id, State from, State to, @Nullable String fault, @Nullable String by, Instant now) {
        return jdbc.sql("""
                        update reconciliation set state = ?, reached = '', fault = ?, busy_until = ?,
                          applied_by = coalesce(?, applied_by), ended_at = ?
                        where id = ? and state = ?""")
                        .params(java.util.Arrays.asList(
                                to.name(),
                                fault,
                                Times.inOffice(now),
                                by,
                                to.isAtRest() ? Times.inOffice(now) : null,
                                id,
                                from.name()))
                        .update()
                == 1;
    }

    Optional<Reconciliation> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from reconciliation where id = ?")
                .param(id)
                .query((row, n) -> reconciliation(row))
                .optional();
    }

    List<Reconciliation> list(@Nullable String system, int limit) {
        return jdbc.sql("select " + COLUMNS + " from reconciliation where ?::text is null or system = ?"
                        + " order by started_at desc limit ?")
                .params(java.util.Arrays.asList(system, system, limit))
                .query((row, n) -> reconciliation(row))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("system"),
                time(row, "from_at"),
                time(row, "until_at"),
                State.valueOf(row.getString("state")),
                row.getString("next_page"),
                row.getInt("pages"),
                row.getString("reached"),
                time(row, "started_at"));
    }

    private static Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Reconciliation(
                row.getObject("id", UUID.class),
                row.getString("system"),
                time(row, "from_at"),
                time(row, "until_at"),
                State.valueOf(row.getString("state")),
                row.getLong("shown"),
                row.getLong("compared"),
                row.getLong("found"),
                row.getString("fault"),
                row.getString("started_by"),
                time(row, "started_at"),
                timeOrNull(row, "ended_at"));
    }
}
