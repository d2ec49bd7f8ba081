package vn.lienthong.hub.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** Writes what calls did to deliveries: a few statements, however many deliveries. */
final class SettledRows {
    private static final String SETTLE = """
            update delivery d set state = s.state, due_at = s.due_at, lease = null, attempts = s.attempts,
              ask_only = d.ask_only and s.state = 'UNCERTAIN',
              tries = d.tries + 1, code = s.code, answer = s.answer, receipt = coalesce(s.receipt, d.receipt),
              stored = coalesce(s.stored, d.stored), sent_at = coalesce(s.sent_at, d.sent_at),
              acknowledged_at = coalesce(s.acknowledged_at, d.acknowledged_at),
              cause = case when s.state = 'DELIVERED' then null else coalesce(s.cause, d.cause) end
            from unnest(?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::int[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[])
              as s (id, lease, state, due_at, attempts, code, answer, receipt, stored, sent_at, acknowledged_at, cause)
            where d.id = s.id and d.lease = s.lease returning d.id""";
    private static final String FOLLOWERS = """
            update delivery d set due_at = s.due_at
            from unnest(?::text[], ?::text[], ?::int[], ?::timestamptz[]) as s (dossier, system, seq, due_at)
            where d.dossier = s.dossier and d.system = s.system and d.seq > s.seq and d.state = 'PENDING'""";
    private static final String ATTEMPT = """
            insert into attempt (delivery, n, kind, started_at, ended_at, outcome, code, answer, cause)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CAUSE = """
            insert into cause (id, system, operation, code, message, first_seen_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final int ANSWER_LENGTH = 2000;

    private final JdbcTemplate jdbc;

    SettledRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes what calls did; a lease that somebody else has taken over since is left to them.
     *
     * @return those that were written
     */
    List<Settled> write(List<Settled> all) {
        var ours = new HashSet<>(jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(SETTLE);
                    new Columns<>(statement, all)
                            .add(1, "bigint", s -> s.delivery().id())
                            .add(2, "uuid", s -> s.delivery().lease())
                            .add(3, "text", s -> s.next().state().name())
                            .add(4, "timestamptz", s -> s.dueAt().toString())
                            .add(5, "int", s -> s.next().attempts())
                            .add(6, "text", s -> s.outcome().code())
                            .add(7, "text", s -> shortened(s.outcome().text()))
                            .add(8, "text", SettledRows::receipt)
                            .add(9, "text", SettledRows::stored)
                            .add(10, "timestamptz", SettledRows::sentAt)
                            .add(11, "timestamptz", SettledRows::acknowledgedAt)
                            .add(12, "text", SettledRows::cause);
                    return statement;
                },
                (row, n) -> row.getLong(1)));
        var written = all.stream().filter(s -> ours.contains(s.delivery().id())).toList();
        moveFollowers(written.stream().filter(Settled::movesFollowers).toList());
        enterAttempts(written);
        enterCauses(all);
        return written;
    }

    private void moveFollowers(List<Settled> heads) {
        if (!heads.isEmpty()) {
            jdbc.update(connection -> {
                var statement = connection.prepareStatement(FOLLOWERS);
                new Columns<>(statement, heads)
                        .add(1, "text", s -> s.delivery().dossier())
                        .add(2, "text", s -> s.delivery().system())
                        .add(3, "int", s -> s.delivery().seq())
                        .add(4, "timestamptz", s -> s.followersDueAt().toString());
                return statement;
            });
        }
    }

    private void enterAttempts(List<Settled> written) {
        var rows = written.stream()
                .map(s -> new Object[] {
                    s.delivery().id(),
                    s.n(),
                    s.kind(),
                    Times.inOffice(s.attempt().startedAt()),
                    Times.inOffice(s.attempt().endedAt()),
                    s.outcome().word(),
                    s.outcome().code(),
                    shortened(s.outcome().text()),
                    cause(s)
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ATTEMPT, rows);
        }
    }

    /** In the order of ids, so that two nodes do not wait for each other. */
    private void enterCauses(List<Settled> all) {
        var causes = new TreeMap<String, Object[]>();
        for (var settled : all) {
            settled.cause()
                    .ifPresent(cause -> causes.computeIfAbsent(cause.id(), id -> new Object[] {
                        id,
                        cause.system(),
                        cause.operation(),
                        cause.code(),
                        cause.message(),
                        Times.inOffice(settled.attempt().endedAt())
                    }));
        }
        if (!causes.isEmpty()) {
            jdbc.batchUpdate(CAUSE, List.copyOf(causes.values()));
        }
    }

    private static @Nullable String cause(Settled settled) {
        return settled.cause().map(Fingerprint::id).orElse(null);
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
}
