package vn.lienthong.hub.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Caller;

/** Messages in the database, as people look at them. */
@Component
class KeptMessages implements ReceivedMessages {
    private static final String LINE = """
            select id, system, name, message, state, cause, detail, length(raw) as bytes, tries, received_at, settled_at
            from received""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final InstantSource clock;

    KeptMessages(JdbcClient jdbc, TransactionTemplate transaction, Audit audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Line> list(@Nullable String system, @Nullable String state, long after, int limit) {
        return jdbc.sql(LINE + " where id > ? and (?::text is null or system = ?) and (?::text is null or state = ?)"
                        + " order by id limit ?")
                .params(Arrays.asList(after, system, system, state, state, limit))
                .query((row, n) -> line(row))
                .list();
    }

    @Override
    public Optional<Line> find(long id) {
        return jdbc.sql(LINE + " where id = ?")
                .param(id)
                .query((row, n) -> line(row))
                .optional();
    }

    @Override
    public Optional<byte[]> raw(long id, Caller caller) {
        var found = find(id);
        found.ifPresent(line -> audit.record(row(caller, "intake.read", line)).join());
        return found.map(line -> jdbc.sql("select raw from received where id = ?")
                .param(id)
                .query(byte[].class)
                .single());
    }

    /** The act and its record stand or fall together. */
    @Override
    public Optional<Line> retry(long id, Caller caller) {
        return find(id).map(line -> {
            transaction.executeWithoutResult(status -> putBack(line, caller));
            return find(id).orElseThrow();
        });
    }

    private void putBack(Line line, Caller caller) {
        var back =
                jdbc.sql("""
                        update received set state = 'TAKEN', cause = null, detail = null, settled_at = null, due_at = ?
                        where id = ? and state = 'DEAD'""").params(Times.inOffice(clock.instant()), line.id()).update();
        if (back == 0) {
            throw new NotDead();
        }
        audit.write(List.of(row(caller, "intake.retry", line)));
    }

    private static AuditRow row(Caller caller, String action, Line line) {
        return new AuditRow(
                caller.client(), action, null, null, null, "received " + line.id() + " of " + line.system());
    }

    private static Line line(ResultSet row) throws SQLException {
        var settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new Line(
                row.getLong("id"),
                row.getString("system"),
                row.getString("name"),
                row.getString("message"),
                row.getString("state"),
                row.getString("cause"),
                row.getString("detail"),
                row.getInt("bytes"),
                row.getInt("tries"),
                Times.inOffice(
                        row.getObject("received_at", OffsetDateTime.class).toInstant()),
                settledAt == null ? null : Times.inOffice(settledAt.toInstant()));
    }
}
