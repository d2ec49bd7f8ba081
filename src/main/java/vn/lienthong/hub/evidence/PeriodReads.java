package vn.lienthong.hub.evidence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.ledger.DossierConditions;
import vn.lienthong.hub.security.UnitScope;

/** The codes of the dossiers of a period, all of one moment. */
@Component
class PeriodReads {
    private final JdbcClient jdbc;

    PeriodReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the codes, at most so many. */
    List<String> codes(Period period, UnitScope scope, int most) {
        var where = DossierConditions.of(scope, period.province(), period.commune())
                .andIf("d.received_at >= ?", period.from())
                .andIf("d.received_at < ?", period.to());
        if (period.withDiscrepancies()) {
            where.and(
                    "exists (select 1 from discrepancy x where x.dossier in (d.code, d.body::json->>'nationalCode'))");
        }
        return jdbc.sql("select d.code from dossier d where " + where.sql() + " order by d.code limit ?")
                .params(where.valuesAnd(most))
                .query(String.class)
                .list();
    }
}
