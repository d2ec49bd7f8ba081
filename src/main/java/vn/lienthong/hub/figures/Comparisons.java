package vn.lienthong.hub.figures;

import static vn.lienthong.hub.commit.Rows.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.ledger.DossierConditions;

/**
 * Dossiers beside what a system showed of them in a reconciliation. Of a dossier that it showed twice, what it showed
 * last; of the double, reconciliation tells. Read within a transaction, so that rows come as they are asked for.
 */
@Component
class Comparisons {
    private static final int FETCH = 1000;

    private static final String HELD = """
            select d.code, d.province, d.commune, d.procedure, d.field, d.channel, d.received_at, d.due_at, d.state,
              %s as record
            from (%s) d %s %s""";

    private static final String ANY_ORDER = "select d.*, d.code as place from dossier d where ";

    /** Only codes are sorted; dossiers are fetched behind that, one by one, as far as somebody reads. */
    private static final String IN_ORDER = """
            select x.*, k.code as place
            from (select d.code from dossier d where %s order by d.code offset 0) k
            cross join lateral (select * from dossier y where y.code = k.code offset 0) x""";

    /** A system may write the code that the national portal gave. */
    private static final String SHOWN = """
            left join lateral (
              select s.record from shown s
              where s.reconciliation = ? and s.code in (d.code,
                case when strpos(d.body, '"nationalCode"') > 0 then d.body::jsonb ->> 'nationalCode' end)
              order by s.page desc, s.n desc limit 1) t on true""";

    /** Of what nobody was to tell the system, it is no wonder that it shows nothing. */
    private static final String CONCERNED = """
            where t.record is not null or exists (select from delivery x where x.dossier = d.code and x.system = ?)""";

    private final JdbcClient jdbc;

    Comparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest that has read what the system shows of dossiers of these days. */
    Optional<Comparison> newest(String system, Asked asked) {
        return jdbc.sql("""
                        select id, system, from_at, until_at, started_at from reconciliation
                        where system = ? and state in ('COMPARED', 'APPLYING', 'APPLIED')
                          and from_at < ? and until_at > ?
                        order by started_at desc, id desc limit 1""")
                .params(system, asked.end(), asked.start())
                .query((row, n) -> new Comparison(
                        row.getObject("id", UUID.class),
                        row.getString("system"),
                        time(row, "from_at"),
                        time(row, "until_at"),
                        time(row, "started_at")))
                .optional();
    }

    /** Whether the system was ever compared; it may have no card any more. */
    boolean knows(String system) {
        return jdbc.sql("select exists (select from reconciliation where system = ?)")
                .param(system)
                .query(Boolean.class)
                .single();
    }

    /** Dossiers received in the period; with a comparison, those that the system must know or shows. */
    Stream<Held> received(Asked asked, @Nullable Comparison comparison) {
        var where = inPeriod(asked);
        return comparison == null
                ? stream(HELD.formatted("null::text", ANY_ORDER + where.sql(), "", ""), where.values())
                : beside(comparison, ANY_ORDER + where.sql(), where, "");
    }

    /** The same within the window of the comparison, in the order of their codes, behind one of them. */
    Stream<Held> compared(Asked asked, Comparison comparison, @Nullable String after) {
        var where = inPeriod(asked)
                .and("d.received_at >= ?", comparison.from())
                .and("d.received_at < ?", comparison.until())
                .andIf("d.code > ?", after);
        return beside(comparison, IN_ORDER.formatted(where.sql()), where, " order by d.place");
    }

    private static DossierConditions inPeriod(Asked asked) {
        return DossierConditions.of(asked.caller().scope(), asked.province(), asked.commune())
                .and("d.received_at >= ?", asked.start())
                .and("d.received_at < ?", asked.end());
    }

    private Stream<Held> beside(Comparison comparison, String dossiers, DossierConditions where, String order) {
        var values = new ArrayList<>(where.values());
        values.add(comparison.id());
        values.add(comparison.system());
        return stream(HELD.formatted("t.record", dossiers, SHOWN, CONCERNED + order), values);
    }

    private Stream<Held> stream(String sql, List<Object> values) {
        return jdbc.sql(sql).withFetchSize(FETCH).params(values).query((row, n) -> HeldRows.held(row)).stream();
    }
}
