package vn.lienthong.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Seals audit rows into a hash chain, in batches and outside the way of messages. A seal covers every row between the
 * seal before it and its own last row, so a row that is changed, removed or slipped in later is found.
 *
 * <p>Rows commit in another order than they were numbered. A number is sealed only when every transaction that ran while
 * it was the highest has ended: nothing can appear below it any more.
 */
@Component
public class Sealing {
    private static final int MOST = 50_000;
    private static final long ONE_SEALER = 0x5EA1;
    private static final byte[] BEGINNING = new byte[32];

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private @Nullable Horizon horizon;

    Sealing(JdbcTemplate jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The highest number at a moment, and the transaction after which nobody of that moment still runs. */
    private record Horizon(long lastId, long transactions) {}

    @Scheduled(fixedDelayString = "${hub.audit.seal-every:PT5S}")
    void run() {
        transaction.executeWithoutResult(status -> {
            if (Boolean.TRUE.equals(
                    jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, ONE_SEALER))) {
                sealBehind(horizon);
                horizon = jdbc.queryForObject("""
                        select coalesce(max(id), 0), pg_snapshot_xmax(pg_current_snapshot())::text::bigint from audit""", (row, n) -> new Horizon(row.getLong(1), row.getLong(2)));
            }
        });
    }

    private void sealBehind(@Nullable Horizon then) {
        if (then == null || stillRunning(then)) {
            return;
        }
        var last = last();
        var seal = seal(last, then.lastId);
        if (seal.rows > 0) {
            jdbc.update(
                    "insert into audit_seal (last_id, rows, hash, sealed_at) values (?, ?, ?, ?)",
                    seal.lastId,
                    seal.rows,
                    seal.hash,
                    Times.inOffice(clock.instant()));
        }
    }

    private boolean stillRunning(Horizon then) {
        var oldest = jdbc.queryForObject("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);
        return oldest == null || oldest < then.transactions;
    }

    private Seal last() {
        return jdbc
                .query(
                        "select last_id, rows, hash from audit_seal order by last_id desc limit 1",
                        (row, n) -> new Seal(row.getLong(1), row.getInt(2), row.getBytes(3)))
                .stream()
                .findFirst()
                .orElse(new Seal(0, 0, BEGINNING));
    }

    /** The seal over the rows behind another one. */
    private Seal seal(Seal before, long upTo) {
        var chain = new Chain(before);
        jdbc.query(
                "select * from audit where id > ? and id <= ? order by id limit " + MOST,
                chain::add,
                before.lastId,
                upTo);
        return chain.seal();
    }

    /**
     * Recomputes every seal.
     *
     * @return the last number of the first seal that does not hold; 0 when all hold
     */
    public long firstBroken() {
        var before = new Seal(0, 0, BEGINNING);
        var seals = jdbc.query(
                "select last_id, rows, hash from audit_seal order by last_id",
                (row, n) -> new Seal(row.getLong(1), row.getInt(2), row.getBytes(3)));
        for (var seal : seals) {
            var again = seal(before, seal.lastId);
            if (again.rows != seal.rows || !MessageDigest.isEqual(again.hash, seal.hash)) {
                return seal.lastId;
            }
            before = seal;
        }
        return 0;
    }

    private record Seal(long lastId, int rows, byte[] hash) {}

    private static final class Chain {
        private final MessageDigest digest = Json.sha256();
        private long lastId;
        private int rows;

        Chain(Seal before) {
            digest.update(before.hash);
            lastId = before.lastId;
        }

        void add(ResultSet row) throws SQLException {
            lastId = row.getLong("id");
            rows++;
            put(Long.toString(lastId));
            put(row.getObject("at", OffsetDateTime.class).toInstant().toString());
            for (var column : new String[] {"actor", "action", "dossier", "officer", "purpose", "detail"}) {
                put(row.getString(column));
            }
        }

        /** Length first, so that no two rows can read the same. */
        private void put(@Nullable String value) {
            var bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            if (bytes != null) {
                digest.update(bytes);
            }
        }

        Seal seal() {
            return new Seal(lastId, rows, digest.digest());
        }
    }
}
