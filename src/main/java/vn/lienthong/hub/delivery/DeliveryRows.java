package vn.lienthong.hub.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Deliveries in the database. Leases, not locks: a row is taken for a while by any node ({@code skip locked}), and no
 * lock is held during a call.
 */
@Component
class DeliveryRows {
    /**
     * Due, and nobody of the same dossier and system before it is still open. A leased row is due when its lease has run
     * out.
     */
    private static final String LEASE = """
            with due as (
              select d.id, d.state from delivery d
              where d.system = ? and d.state in ('PENDING', 'LEASED', 'UNCERTAIN') and d.due_at <= ?
                and not exists (select 1 from delivery earlier
                  where earlier.dossier = d.dossier and earlier.system = d.system and earlier.seq < d.seq
                    and earlier.state not in ('DELIVERED', 'SKIPPED'))
              order by d.due_at limit ? for update of d skip locked)
            update delivery d set state = 'LEASED', lease = ?, due_at = ?
            from due, entry e, dossier s
            where d.id = due.id and e.id = d.entry and s.code = d.dossier
            returning d.id, d.lease, d.system, d.dossier, d.seq, d.operation, due.state as was, d.attempts, d.tries,
              e.id as entry, e.kind, e.occurred_at, e.received_at, e.recorded_at, e.body, e.state as entry_state,
              s.body as dossier_body""";

    private static final String SETTLE = """
            update delivery d set state = s.state, due_at = s.due_at, lease = null, attempts = s.attempts,
              tries = d.tries + 1, code = s.code, answer = s.answer, receipt = coalesce(s.receipt, d.receipt),
              stored = coalesce(s.stored, d.stored), sent_at = coalesce(s.sent_at, d.sent_at),
              acknowledged_at = coalesce(s.acknowledged_at, d.acknowledged_at)
            from unnest(?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::int[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::timestamptz[], ?::timestamptz[])
              as s (id, lease, state, due_at, attempts, code, answer, receipt, stored, sent_at, acknowledged_at)
            where d.id = s.id and d.lease = s.lease returning d.id""";
    private static final String FOLLOWERS = """
            update delivery d set due_at = s.due_at
            from unnest(?::text[], ?::text[], ?::int[], ?::timestamptz[]) as s (dossier, system, seq, due_at)
            where d.dossier = s.dossier and d.system = s.system and d.seq > s.seq and d.state = 'PENDING'""";
    private static final String ATTEMPT = """
            insert into attempt (delivery, n, kind, started_at, ended_at, outcome, code, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int ANSWER_LENGTH = 2000;

    private final JdbcTemplate jdbc;

    DeliveryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Leased> lease(String system, Instant now, int limit, Instant until) {
        return jdbc
                .query(
                        LEASE,
                        (row, n) -> leased(row),
                        system,
                        Times.inOffice(now),
                        limit,
                        UUID.randomUUID(),
                        Times.inOffice(until))
                .stream()
                .sorted(Comparator.comparingLong(Leased::id))
                .toList();
    }

    private static Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                row.getLong("id"),
                row.getObject("lease", UUID.class),
                row.getString("system"),
                row.getString("dossier"),
                row.getInt("seq"),
                row.getString("operation"),
                DeliveryState.valueOf(row.getString("was")),
                row.getInt("attempts"),
                row.getInt("tries"),
                row.getObject("entry", UUID.class),
                row.getString("kind"),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getObject("received_at", OffsetDateTime.class),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("body"),
                row.getString("entry_state"),
                row.getString("dossier_body"));
    }

    /** Gives back what was leased and not begun: as if it had never been taken. */
    void release(List<Leased> leased, Instant now) {
        jdbc.batchUpdate(
                "update delivery set state = ?, lease = null, due_at = ? where id = ? and lease = ?",
                leased.stream()
                        .map(d -> new Object[] {
                            (d.was() == DeliveryState.LEASED ? DeliveryState.UNCERTAIN : d.was()).name(),
                            Times.inOffice(now),
                            d.id(),
                            d.lease()
                        })
                        .toList());
    }

    /** Writes what calls did; a lease that somebody else has taken over since is left to them. */
    void settle(List<Settled> all) {
        var ours = new HashSet<>(jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(SETTLE);
                    new Columns(connection, all)
                            .add(statement, 1, "bigint", s -> s.delivery().id())
                            .add(statement, 2, "uuid", s -> s.delivery().lease())
                            .add(statement, 3, "text", s -> s.next().state().name())
                            .add(statement, 4, "timestamptz", s -> s.dueAt().toString())
                            .add(statement, 5, "int", s -> s.next().attempts())
                            .add(statement, 6, "text", s -> s.outcome().code())
                            .add(
                                    statement,
                                    7,
                                    "text",
                                    s -> shortened(s.outcome().text()))
                            .add(statement, 8, "text", DeliveryRows::receipt)
                            .add(statement, 9, "text", DeliveryRows::stored)
                            .add(statement, 10, "timestamptz", DeliveryRows::sentAt)
                            .add(statement, 11, "timestamptz", DeliveryRows::acknowledgedAt);
                    return statement;
                },
                (row, n) -> row.getLong(1)));
        moveFollowers(all.stream()
                .filter(s -> ours.contains(s.delivery().id()) && s.movesFollowers())
                .toList());
        enterAttempts(all, ours);
    }

    private void moveFollowers(List<Settled> heads) {
        if (!heads.isEmpty()) {
            jdbc.update(connection -> {
                var statement = connection.prepareStatement(FOLLOWERS);
                new Columns(connection, heads)
                        .add(statement, 1, "text", s -> s.delivery().dossier())
                        .add(statement, 2, "text", s -> s.delivery().system())
                        .add(statement, 3, "int", s -> s.delivery().seq())
                        .add(
                                statement,
                                4,
                                "timestamptz",
                                s -> s.followersDueAt().toString());
                return statement;
            });
        }
    }

    private void enterAttempts(List<Settled> all, Set<Long> ours) {
        var rows = all.stream()
                .filter(s -> ours.contains(s.delivery().id()))
                .map(s -> new Object[] {
                    s.delivery().id(),
                    s.delivery().tries() + 1,
                    s.delivery().mustProbe() ? "PROBE" : "SEND",
                    Times.inOffice(s.attempt().startedAt()),
                    Times.inOffice(s.attempt().endedAt()),
                    s.outcome().word(),
                    s.outcome().code(),
                    shortened(s.outcome().text())
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ATTEMPT, rows);
        }
    }

    private static @Nullable String receipt(Settled settled) {
        return settled.outcome() instanceof Acknowledged done ? done.receipt() : null;
    }

    private static @Nullable String stored(Settled settled) {
        return settled.outcome() instanceof Acknowledged done && done.storedTimes() != null
                ? Json.text(done.storedTimes())
                : null;
    }

    private static @Nullable String sentAt(Settled settled) {
        return settled.delivery().mustProbe()
                ? null
                : settled.attempt().startedAt().toString();
    }

    private static @Nullable String acknowledgedAt(Settled settled) {
        return settled.next().state() == DeliveryState.DELIVERED
                ? settled.attempt().endedAt().toString()
                : null;
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= ANSWER_LENGTH ? text : text.substring(0, ANSWER_LENGTH);
    }

    /** Rows turned into the arrays that {@code unnest} takes: one statement, however many rows. */
    private record Columns(Connection connection, List<Settled> rows) {
        Columns add(
                java.sql.PreparedStatement statement, int index, String type, Function<Settled, @Nullable Object> value)
                throws SQLException {
            statement.setArray(
                    index,
                    connection.createArrayOf(type, rows.stream().map(value).toArray()));
            return this;
        }
    }
}
