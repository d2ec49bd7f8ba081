package vn.lienthong.hub.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;

/**
 * Deliveries in the database. Leases, not locks: a row is taken for a while by any node ({@code skip locked}), and no
 * lock is held during a call.
 */
@Component
class DeliveryRows {
    /** What an approved edit changes of the message. */
    static final String EDIT = """
            (select x.patch from delivery_edit x where x.delivery = d.id and x.state = 'APPROVED'
              order by x.decided_at desc limit 1) as patch""";

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
              s.body as dossier_body, d.ask_only, """ + EDIT;

    private final JdbcTemplate jdbc;
    private final SettledRows settled;

    DeliveryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.settled = new SettledRows(jdbc);
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

    static Leased leased(ResultSet row) throws SQLException {
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
                row.getString("dossier_body"),
                row.getBoolean("ask_only"),
                row.getString("patch"));
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

    /**
     * Writes what calls did; a lease that somebody else has taken over since is left to them.
     *
     * @return those that were written
     */
    List<Settled> settle(List<Settled> all) {
        return settled.write(all);
    }
}
