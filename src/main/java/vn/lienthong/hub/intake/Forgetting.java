package vn.lienthong.hub.intake;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.json.Times;

/**
 * Removes messages that were reported long ago: what they said is in the ledger, and what else is in them is nobody's
 * business any more. What was put aside stays until a person has looked. A message that comes again after that is
 * reported again, under its key, which the ledger knows.
 */
@Component
class Forgetting {
    private static final String REMOVE = """
            delete from received where id in (
              select id from received where state = 'REPORTED' and settled_at < ? order by settled_at limit ?
              for update skip locked)""";

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final IntakeSettings settings;
    private final InstantSource clock;

    Forgetting(
            JdbcClient jdbc,
            Audit audit,
            TransactionTemplate transaction,
            IntakeSettings settings,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Removes some; false when there was nothing to remove. */
    boolean some() {
        return Boolean.TRUE.equals(transaction.execute(status -> remove() > 0));
    }

    private int remove() {
        var before = Times.inOffice(clock.instant().minus(settings.keep()));
        var removed = jdbc.sql(REMOVE).params(before, BATCH).update();
        if (removed > 0) {
            audit.write(List.of(new AuditRow(
                    "hub", "intake.removed", null, null, null, removed + " reported before " + Times.text(before))));
        }
        return removed;
    }
}
