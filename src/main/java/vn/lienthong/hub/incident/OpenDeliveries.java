package vn.lienthong.hub.incident;

import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.incident.Found.Share;
import vn.lienthong.hub.incident.Incident.Kind;

/**
 * Counts what is not done, by system, cause and unit. Each question is answered from an index that holds only what is
 * open, however much is kept, and from columns of the index alone.
 */
@Component
class OpenDeliveries {
    private static final String FIGURES =
            " province, commune, count(*) as failures, count(distinct dossier) as dossiers,"
                    + " nullif(min(legal_due_at), 'infinity') as due ";
    private static final String OPEN = " state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED') ";
    /** Of a cause that was closed, what lies there is old until something fails by it anew. */
    private static final String CAUSES = "select * from (select system, cause," + FIGURES + """
              , sum(count(*) filter (where state in ('REFUSED', 'PARKED'))) over (partition by cause) as held
              from delivery where cause is not null and""" + OPEN + """
              group by system, cause, province, commune) f
            where exists (select 1 from incident i where i.cause = f.cause and i.closed_at is null)
              or held >= ? and not exists (select 1 from incident i where i.cause = f.cause
                and i.closed_at >= (select max(a.ended_at) from attempt a where a.cause = f.cause))""";

    private static final String CAUSE = "select system, cause,"
            + FIGURES
            + "from delivery where cause = ? and"
            + OPEN
            + "group by system, cause, province, commune";
    private static final String WAITING = "select system, null as cause," + FIGURES + """
            from delivery where system = any (?) and state in ('PENDING', 'LEASED', 'UNCERTAIN')
            group by system, province, commune""";
    private static final String NEAR = "select system, null as cause," + FIGURES + "from delivery where" + OPEN + """
            and legal_due_at > ? and legal_due_at <= ? and created_at < ? group by system, province, commune""";

    private final JdbcClient jdbc;

    OpenDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Causes that so many wait for a person by, and those of open incidents while anything of them is left. */
    List<Found> causes(int atLeast) {
        return found(Kind.CAUSE, CAUSES, atLeast);
    }

    /** What is not done because of one cause, however little. */
    Optional<Found> causedBy(String cause) {
        return found(Kind.CAUSE, CAUSE, cause).stream().findFirst();
    }

    /** What waits for systems that cannot be reached; of a system that nothing waits for there is none. */
    List<Found> waitingFor(List<String> systems) {
        return systems.isEmpty() ? List.of() : found(Kind.BREAKER, WAITING, (Object) systems.toArray(String[]::new));
    }

    /** Of dossiers that are due between these moments, what is not done although it was created before. */
    List<Found> near(OffsetDateTime from, OffsetDateTime until, OffsetDateTime createdBefore) {
        return found(Kind.DEADLINE, NEAR, from, until, createdBefore);
    }

    private record About(String system, @Nullable String cause) {}

    private List<Found> found(Kind kind, String sql, Object... values) {
        var shares = new LinkedHashMap<About, List<Share>>();
        jdbc.sql(sql).params(values).query(row -> {
            var about = new About(row.getString("system"), row.getString("cause"));
            shares.computeIfAbsent(about, one -> new ArrayList<>()).add(share(row));
        });
        return shares.entrySet().stream()
                .map(one -> Found.of(kind, one.getKey().system, one.getKey().cause, one.getValue()))
                .toList();
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                Objects.requireNonNull(row.getString("province")),
                Objects.requireNonNull(row.getString("commune")),
                row.getLong("failures"),
                row.getLong("dossiers"),
                timeOrNull(row, "due"));
    }
}
