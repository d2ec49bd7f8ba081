package vn.lienthong.hub.incident;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.incident.Found.Share;
import vn.lienthong.hub.security.UnitScope;

/** Whose dossiers incidents concern, in the database. */
@Component
class ShareRows {
    /** What has not changed is not written again. */
    private static final String NOW = """
            insert into incident_unit as u (incident, province, commune, failures, most, dossiers, earliest_due)
            select ?, s.province, s.commune, s.failures, s.failures, s.dossiers, s.due
            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[]::timestamptz[])
              as s (province, commune, failures, dossiers, due)
            on conflict (incident, province, commune) do update set failures = excluded.failures,
              most = greatest(u.most, excluded.most), dossiers = excluded.dossiers, earliest_due = excluded.earliest_due
            where (u.failures, u.dossiers, u.earliest_due)
              is distinct from (excluded.failures, excluded.dossiers, excluded.earliest_due)""";

    private static final String NO_MORE = """
            update incident_unit set failures = 0, dossiers = 0, earliest_due = null
            where incident = ? and failures > 0 and province || '/' || commune <> all (?)""";
    private static final String COVERED = """
            select count(*) > 0 and coalesce(bool_and(province = any (?) or province || '/' || commune = any (?)), false)
            from incident_unit where incident = ?""";

    private final JdbcClient jdbc;

    ShareRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID incident, List<Share> shares) {
        jdbc.sql(NOW)
                .params(
                        incident,
                        column(shares, String[]::new, Share::province),
                        column(shares, String[]::new, Share::commune),
                        column(shares, Long[]::new, Share::failures),
                        column(shares, Long[]::new, Share::dossiers),
                        column(shares, String[]::new, share -> Objects.toString(share.earliestDue(), null)))
                .update();
        jdbc.sql(NO_MORE)
                .params(incident, column(shares, String[]::new, share -> share.province() + "/" + share.commune()))
                .update();
    }

    private static <T> @Nullable T[] column(
            List<Share> shares, IntFunction<@Nullable T[]> array, Function<Share, @Nullable T> value) {
        return shares.stream().map(value).toArray(array);
    }

    /** Whether all that it concerns is of these units; what concerns no unit by name concerns all. */
    boolean areIn(UnitScope scope, UUID incident) {
        var units = scope.units().toArray(String[]::new);
        return scope.units().contains("*")
                || jdbc.sql(COVERED)
                        .params(units, units, incident)
                        .query(Boolean.class)
                        .single();
    }
}
