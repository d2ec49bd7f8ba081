package vn.lienthong.hub.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.security.UnitScope;

/** Questions to the ledger. */
@Component
class DossierReads {
    private final JdbcClient jdbc;

    DossierReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dossier> find(String code) {
        return jdbc.sql("select * from dossier where code = ?")
                .param(code)
                .query((row, n) -> LedgerRows.dossier(row))
                .optional();
    }

    List<Entry> entries(String dossier, int afterSeq, int limit) {
        return jdbc.sql("select * from entry where dossier = ? and seq > ? order by seq limit ?")
                .params(dossier, afterSeq, limit)
                .query((row, n) -> LedgerRows.entry(row))
                .list();
    }

    List<Dossier> list(DossierQuery query) {
        var where = new Where();
        where.scope(query.scope());
        where.and("province = ?", query.province());
        where.and("commune = ?", query.commune());
        where.and("status = ?", query.status() == null ? null : query.status().word());
        where.and("received_at >= ?", query.receivedFrom());
        where.and("received_at < ?", query.receivedTo());
        where.and("code > ?", query.after());
        where.params.add(query.limit());
        return jdbc.sql("select * from dossier where " + where.sql + " order by code limit ?")
                .params(where.params)
                .query((row, n) -> LedgerRows.dossier(row))
                .list();
    }

    private static final class Where {
        private final StringBuilder sql = new StringBuilder("true");
        private final List<Object> params = new ArrayList<>();

        void and(String condition, @org.jspecify.annotations.Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                params.add(value);
            }
        }

        void scope(UnitScope scope) {
            if (!scope.units().contains("*")) {
                sql.append(" and (province = any (?) or province || '/' || commune = any (?))");
                var units = scope.units().toArray(String[]::new);
                params.add(units);
                params.add(units);
            }
        }
    }
}
