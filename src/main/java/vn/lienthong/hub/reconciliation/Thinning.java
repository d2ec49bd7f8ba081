package vn.lienthong.hub.reconciliation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.json.Times;

/**
 * Removes what old reconciliations showed and a later one has shown again. What proves something stays for good:
 * everything of a dossier in which a discrepancy was ever found, and of every other the last that was shown. The
 * reconciliations themselves stay.
 */
@Component
class Thinning {
    private static final String OLDEST = """
            select id, thinned_to from reconciliation
            where thinned_at is null and ended_at < ? order by ended_at limit 1 for update skip locked""";
    private static final String UP_TO = """
            select max(code) from (select distinct code from shown where reconciliation = ? and code > ?
              order by code limit ?) x""";
    private static final String REMOVE = """
            delete from shown s using reconciliation r
            where r.id = ? and s.reconciliation = r.id and s.code > ? and s.code <= ?
              and not exists (select from discrepancy d where d.system = r.system and d.dossier = s.code)
              and exists (select from reconciliation l join shown n on n.reconciliation = l.id and n.code = s.code
                where l.system = r.system and l.started_at > r.started_at and l.state in ('COMPARED', 'APPLIED'))""";

    private static final int CODES = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ReconciliationSettings settings;
    private final InstantSource clock;

    Thinning(
            JdbcClient jdbc,
            Audit audit,
            TransactionTemplate transaction,
            ReconciliationSettings settings,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    private record Old(UUID id, String reached) {}

    /** Goes on with the oldest, some codes at a time, one commit each; false when none is old enough. */
    boolean some() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var old = oldest();
            old.ifPresent(this::thin);
            return old.isPresent();
        }));
    }

    private Optional<Old> oldest() {
        return jdbc.sql(OLDEST)
                .param(Times.inOffice(clock.instant().minus(settings.keep())))
                .query((row, n) -> new Old(row.getObject("id", UUID.class), row.getString("thinned_to")))
                .optional();
    }

    private void thin(Old old) {
        var reached = upTo(old);
        if (reached == null) {
            jdbc.sql("update reconciliation set thinned_at = ? where id = ?")
                    .params(Times.inOffice(clock.instant()), old.id())
                    .update();
            return;
        }
        var removed = jdbc.sql(REMOVE).params(old.id(), old.reached(), reached).update();
        jdbc.sql("update reconciliation set thinned_to = ? where id = ?")
                .params(reached, old.id())
                .update();
        if (removed > 0) {
            audit.write(List.of(new AuditRow(
                    "hub", "reconciliation.thinned", null, null, null, removed + " records of " + old.id())));
        }
    }

    private @Nullable String upTo(Old old) {
        return jdbc.sql(UP_TO)
                .params(old.id(), old.reached(), CODES)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
