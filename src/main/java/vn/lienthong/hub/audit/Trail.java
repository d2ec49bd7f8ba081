package vn.lienthong.hub.audit;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the audit holds about one dossier, and under which seals it lies. */
@Component
public class Trail {
    private static final String ACTS = """
            select a.id, a.at, a.actor, a.action, s.last_id
            from audit a left join lateral
              (select last_id from audit_seal where last_id >= a.id order by last_id limit 1) s on true
            where a.dossier = ? order by a.id""";
    private static final String SEALS = """
            select s.last_id, s.rows, s.hash, s.sealed_at, before.last_id as before_id, before.hash as before_hash
            from audit_seal s left join lateral
              (select last_id, hash from audit_seal where last_id < s.last_id order by last_id desc limit 1) before on true
            where s.last_id = any (?) order by s.last_id""";

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row of the audit, without the officer and the purpose.
     *
     * @param seal the seal it lies under; null while none covers it
     */
    public record Act(
            long id,
            OffsetDateTime at,
            String actor,
            String action,
            @Nullable Long seal) {}

    /**
     * One seal. Its hash covers its rows and the hash of the seal before it.
     *
     * @param id the number of its last row
     * @param hash SHA-256, in hexadecimal
     * @param beforeHash of the seal before it; null for the first
     */
    public record Seal(
            long id,
            int rows,
            String hash,
            OffsetDateTime sealedAt,
            @Nullable Long before,
            @Nullable String beforeHash) {}

    /** What was done with the dossier, in the order of the audit. */
    public List<Act> acts(String dossier) {
        return jdbc.sql(ACTS)
                .param(dossier)
                .query((row, n) -> new Act(
                        row.getLong("id"),
                        time(row, "at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getObject("last_id", Long.class)))
                .list();
    }

    /** The seals over these acts. */
    public List<Seal> seals(List<Act> acts) {
        var ids = acts.stream()
                .map(Act::seal)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        return jdbc.sql(SEALS).param(ids).query((row, n) -> seal(row)).list();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        var before = row.getBytes("before_hash");
        return new Seal(
                row.getLong("last_id"),
                row.getInt("rows"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                time(row, "sealed_at"),
                row.getObject("before_id", Long.class),
                before == null ? null : HexFormat.of().formatHex(before));
    }
}
