package vn.lienthong.hub.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.ledger.DossierConditions;
import vn.lienthong.hub.ledger.DossierState;

/** The dossiers of a report: received in the period, or before it and not settled by then. */
@Component
class ReportReads {
    private static final int FETCH = 1000;

    /** Papers are in the registration, beside personal data, so the database looks at them and they stay there. */
    private static final String SQL = """
            select d.code, d.province, d.commune, d.procedure, d.field, d.channel, d.received_at, d.due_at, d.state,
              null::text as record,
              case when jsonb_path_exists(b.body, '$.papers[*].digitised')
                then jsonb_path_exists(b.body, '$.papers[*] ? (@.digitised == true)') end as digitised,
              case when jsonb_path_exists(b.body, '$.papers[*].reused')
                then jsonb_path_exists(b.body, '$.papers[*] ? (@.reused == true)') end as reused
            from dossier d
            left join lateral (select d.body::jsonb as body where d.received_at >= ? offset 0) b on true
            where %s""";

    private static final String OPEN_OR_SETTLED_SINCE = """
            (d.received_at >= ? or d.status not in ('signed', 'returned', 'refused', 'withdrawn')
              or (d.state::jsonb ->> 'finishedAt')::timestamptz >= ?)""";

    /**
     * A dossier and what else a report counts.
     *
     * @param digitised whether a paper of it was; null when the registration does not say, or in an earlier period
     * @param reused the same, for papers taken from what the applicant gave before
     * @param state for its fees
     */
    record Reported(
            Held dossier,
            DossierState state,
            @Nullable Boolean digitised,
            @Nullable Boolean reused) {}

    private final JdbcClient jdbc;

    ReportReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Stream<Reported> of(Asked asked) {
        var where = DossierConditions.of(asked.caller().scope(), asked.province(), asked.commune())
                .and("d.received_at < ?", asked.end())
                .and(OPEN_OR_SETTLED_SINCE, asked.start(), asked.start());
        List<Object> values = where.values(asked.start());
        return jdbc
                .sql(SQL.formatted(where.sql()))
                .withFetchSize(FETCH)
                .params(values)
                .query((row, n) -> reported(row))
                .stream();
    }

    private static Reported reported(ResultSet row) throws SQLException {
        return new Reported(
                HeldRows.held(row),
                Accounts.state(row.getString("state")),
                row.getObject("digitised", Boolean.class),
                row.getObject("reused", Boolean.class));
    }
}
