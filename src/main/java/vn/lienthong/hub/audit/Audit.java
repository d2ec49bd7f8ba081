package vn.lienthong.hub.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.commit.GroupCommit;
import vn.lienthong.hub.json.Times;

/** Writes who did what. Rows are only ever added. */
@Component
public class Audit implements DisposableBean {
    private static final String INSERT = """
            insert into audit (at, actor, action, dossier, officer, purpose, detail)
            select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])""";
    private static final int BATCH = 256;
    /** Each commit costs as much as many rows. */
    private static final Duration APART = Duration.ofMillis(1);
    /** Who asks waits for a system meanwhile, and none answers sooner. */
    private static final Duration AHEAD = Duration.ofMillis(20);

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final GroupCommit<AuditRow, Boolean> commits;

    Audit(JdbcTemplate jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.commits = new GroupCommit<>("audit", BATCH, APART, AHEAD, rows -> {
            transaction.executeWithoutResult(status -> write(rows));
            return rows.stream().map(row -> true).toList();
        });
    }

    /** Within the caller's transaction: the act and its record stand or fall together. */
    public void write(List<AuditRow> rows) {
        var at = Times.inOffice(clock.instant());
        jdbc.update(INSERT, statement -> {
            statement.setObject(1, at);
            new Columns<>(statement, rows)
                    .add(2, "text", AuditRow::actor)
                    .add(3, "text", AuditRow::action)
                    .add(4, "text", AuditRow::dossier)
                    .add(5, "text", AuditRow::officer)
                    .add(6, "text", AuditRow::purpose)
                    .add(7, "text", AuditRow::detail);
        });
    }

    /** On its own: durable when it has been joined. */
    public GroupCommit.Ahead<Boolean> record(AuditRow row) {
        return commits.submitAhead(row);
    }

    @Override
    public void destroy() {
        commits.close();
    }
}
