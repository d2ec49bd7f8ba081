package vn.lienthong.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
        var where = new Where();
        where.and("d.received_at >= ?", period.from());
        where.and("d.received_at < ?", period.to());
        where.and("d.province = ?", period.province());
        where.and("d.commune = ?", period.commune());
        where.scope(scope);
        if (period.withDiscrepancies()) {
            where.sql.append(
                    " and exists (select 1 from discrepancy x where x.dossier in (d.code, d.body::json->>'nationalCode'))");
        }
        where.params.add(most);
        return jdbc.sql("select d.code from dossier d where true" + where.sql + " order by d.code limit ?")
                .params(where.params)
                .query(String.class)
                .list();
    }

    private static final class Where {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> params = new ArrayList<>();

        void and(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                params.add(value);
            }
        }

        void scope(UnitScope scope) {
            if (!scope.units().contains("*")) {
                sql.append(" and (d.province = any (?) or d.province || '/' || d.commune = any (?))");
                var units = scope.units().toArray(String[]::new);
                params.add(units);
                params.add(units);
            }
        }
    }
}
