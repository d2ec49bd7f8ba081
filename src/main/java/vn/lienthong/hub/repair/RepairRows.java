package vn.lienthong.hub.repair;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.Repair.State;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** Repairs in the database. Every change names the states it may come from. */
@Component
class RepairRows {
    /** A whole minute's worth may be begun with at once. */
    private static final int MINUTE = 60;

    private final JdbcClient jdbc;

    RepairRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one of that id. */
    boolean add(UUID id, Act act, Selection selection, Pace pace, String reason, Caller by, Instant now) {
        return jdbc.sql("""
                        insert into repair (id, act, selection, reason, units, state, already_there, items, canary,
                          rate_per_minute, stop_at_percent, planned_by, planned_at, released_at, looked_at)
                        values (?, ?, ?, ?, ?, 'PLANNED', 0, 0, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                id,
                                act.name(),
                                Json.text(selection),
                                reason,
                                by.scope().units().toArray(String[]::new),
                                pace.canary(),
                                pace.ratePerMinute(),
                                pace.stopAtPercent(),
                                by.client(),
                                Times.inOffice(now),
                                Times.inOffice(now),
                                Times.inOffice(now))
                        .update()
                == 1;
    }

    void frozen(UUID id, int items, int alreadyThere) {
        jdbc.sql("update repair set items = ?, already_there = ? where id = ?")
                .params(items, alreadyThere, id)
                .update();
    }

    Optional<Repair> find(UUID id) {
        return jdbc.sql("select * from repair where id = ?")
                .param(id)
                .query((row, n) -> repair(row))
                .optional();
    }

    /** Those of planners who saw no more than this. */
    List<Repair> list(UnitScope scope, int limit) {
        var units = scope.units().toArray(String[]::new);
        return jdbc.sql(
                        "select * from repair where '*' = any (?) or units <@ ?::text[] order by planned_at desc, id limit ?")
                .params(units, units, limit)
                .query((row, n) -> repair(row))
                .list();
    }

    boolean isCovered(UUID id, UnitScope scope) {
        var units = scope.units().toArray(String[]::new);
        return jdbc.sql("select '*' = any (?) or units <@ ?::text[] from repair where id = ?")
                .params(units, units, id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean start(UUID id, Pace pace, boolean paused, String by, Instant now) {
        return jdbc.sql("""
                        update repair set state = ?, paused_why = ?, canary = ?, rate_per_minute = ?, stop_at_percent = ?,
                          started_by = ?, started_at = ?, released_at = ? where id = ? and state = 'PLANNED'""")
                        .params(java.util.Arrays.asList(
                                (paused ? State.PAUSED : State.RUNNING).name(),
                                paused ? "person" : null,
                                pace.canary(),
                                pace.ratePerMinute(),
                                pace.stopAtPercent(),
                                by,
                                Times.inOffice(now),
                                Times.inOffice(now.minusSeconds(MINUTE)),
                                id))
                        .update()
                == 1;
    }

    boolean pause(UUID id, String why) {
        return jdbc.sql("update repair set state = 'PAUSED', paused_why = ? where id = ? and state = 'RUNNING'")
                        .params(why, id)
                        .update()
                == 1;
    }

    /** What failed before is not held against it any more. */
    boolean resume(UUID id) {
        return jdbc.sql("""
                        update repair set state = 'RUNNING', paused_why = null, forgiven = failed,
                          forgiven_of = done + failed where id = ? and state = 'PAUSED'""").param(id).update() == 1;
    }

    boolean cancel(UUID id) {
        return jdbc.sql("""
                        update repair set state = 'CANCELLED', paused_why = null
                        where id = ? and state in ('PLANNED', 'RUNNING', 'PAUSED')""").param(id).update() == 1;
    }

    /** Locks the one that was looked at longest ago, until the transaction ends. */
    Optional<Running> lockNext(Instant now, Instant lookedAtBefore) {
        return jdbc.sql("""
                        update repair set looked_at = ? where id = (
                          select id from repair where ended_at is null and looked_at <= ?
                            and (state in ('RUNNING', 'CANCELLED') or state = 'PAUSED' and due > 0)
                          order by looked_at limit 1 for update skip locked)
                        returning *""")
                .params(Times.inOffice(now), Times.inOffice(lookedAtBefore))
                .query((row, n) -> running(row))
                .optional();
    }

    void moved(UUID id, int released, int done, int failed, int passed, Instant releasedAt) {
        jdbc.sql("""
                        update repair set due = due + ? - ? - ?, done = done + ?, failed = failed + ?, passed = passed + ?,
                          released_at = ? where id = ?""")
                .params(released, done, failed, done, failed, passed, Times.inOffice(releasedAt), id)
                .update();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update repair set state = case when state = 'CANCELLED' then state else 'DONE' end, ended_at = ?"
                        + " where id = ?")
                .params(Times.inOffice(now), id)
                .update();
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                repair(row),
                row.getInt("forgiven"),
                row.getInt("forgiven_of"),
                time(row, "released_at").toInstant());
    }

    private static Repair repair(ResultSet row) throws SQLException {
        var open = row.getInt("items") - row.getInt("due") - row.getInt("done") - row.getInt("failed");
        return new Repair(
                row.getObject("id", UUID.class),
                Act.valueOf(row.getString("act")),
                State.valueOf(row.getString("state")),
                row.getString("paused_why"),
                Json.kept(row.getString("selection")),
                row.getString("reason"),
                row.getInt("already_there"),
                row.getInt("items"),
                open - row.getInt("passed"),
                row.getInt("due"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("passed"),
                new Pace(row.getInt("canary"), row.getInt("rate_per_minute"), row.getInt("stop_at_percent")),
                row.getString("planned_by"),
                time(row, "planned_at"),
                row.getString("started_by"),
                timeOrNull(row, "started_at"),
                timeOrNull(row, "ended_at"));
    }
}
