package vn.lienthong.hub.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
        return jdbc.sql("""
                        select e.*, f.received_at as former_received_at, f.due_at as former_due_at, f.due_source,
                          f.calendar_version, f.rule_version, f.process_version
                        from entry e left join former_reception f on f.dossier = e.dossier and f.seq = e.seq
                        where e.dossier = ? and e.seq > ? order by e.seq limit ?""")
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
        return jdbc.sql("select * from dossier where " + where.sql() + " order by code limit ?")
                .params(where.paramsAnd(query.limit()))
                .query((row, n) -> LedgerRows.dossier(row))
                .list();
    }
}
