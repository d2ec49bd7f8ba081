package vn.lienthong.hub.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.commit.GroupCommit;
import vn.lienthong.hub.json.Times;

/** Writes who did what. Rows are only ever added. */
@Component
public class Audit implements DisposableBean {
    private static final int BATCH = 256;

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final GroupCommit<AuditRow, Boolean> commits;

    Audit(JdbcTemplate jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.commits = new GroupCommit<>("audit", BATCH, rows -> {
            transaction.executeWithoutResult(status -> write(rows));
            return rows.stream().map(row -> true).toList();
        });
    }

    /** Within the caller's transaction: the act and its record stand or fall together. */
    public void write(List<AuditRow> rows) {
        var at = Times.inOffice(clock.instant());
        jdbc.batchUpdate(
                "insert into audit (at, actor, action, dossier, officer, purpose, detail) values (?, ?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            at, row.actor(), row.action(), row.dossier(), row.officer(), row.purpose(), row.detail()
                        })
                        .toList());
    }

    /** On its own: durable when the future completes. */
    public CompletableFuture<Boolean> record(AuditRow row) {
        return commits.submit(row);
    }

    @Override
    public void destroy() {
        commits.close();
    }
}
