package vn.lienthong.hub.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions to the ledger. */
@Component
class DossierReads {
    private static final String ENTRIES = """
            select e.*, f.received_at as former_received_at, f.due_at as former_due_at, f.due_source,
              f.calendar_version, f.rule_version, f.process_version
            from entry e left join former_reception f on f.dossier = e.dossier and f.seq = e.seq
            where e.dossier = ?""";

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
        return jdbc.sql(ENTRIES + " and e.seq > ? order by e.seq limit ?")
                .params(dossier, afterSeq, limit)
                .query((row, n) -> LedgerRows.entry(row))
                .list();
    }

    /** Goes on behind an entry, wherever in the story that stands. */
    List<Entry> story(String dossier, int afterSeq, int limit) {
        return jdbc.sql(ENTRIES + """
                         and (? = 0 or (e.occurred_at, e.seq) >
                          (select occurred_at, seq from entry where dossier = e.dossier and seq = ?))
                        order by e.occurred_at, e.seq limit ?""")
                .params(dossier, afterSeq, afterSeq, limit)
                .query((row, n) -> LedgerRows.entry(row))
                .list();
    }

    List<Dossier> list(DossierQuery query) {
        var where = DossierConditions.of(query.scope(), query.province(), query.commune())
                .andIf(
                        "d.status = ?",
                        query.status() == null ? null : query.status().word())
                .andIf("d.received_at >= ?", query.receivedFrom())
                .andIf("d.received_at < ?", query.receivedTo())
                .andIf("d.code > ?", query.after());
        return jdbc.sql("select d.* from dossier d where " + where.sql() + " order by d.code limit ?")
                .params(where.valuesAnd(query.limit()))
                .query((row, n) -> LedgerRows.dossier(row))
                .list();
    }
}
