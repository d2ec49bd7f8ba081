package vn.lienthong.hub.repair;

import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.repair.RepairItem.State;

/** The deliveries of repairs in the database. */
@Component
class ItemRows {
    /** Those whose delivery has come to an end, or to a person again. An answer to a mere question is an end. */
    private static final String SETTLE = """
            update repair_item i set at = ?,
              state = case when x.state = 'DELIVERED' then 'DONE' when x.state = 'SKIPPED' then 'PASSED'
                when r.act = 'PROBE' and last.outcome = 'absent' then 'DONE' else 'FAILED' end,
              result = case when x.state = 'DELIVERED' then case last.kind when 'PROBE' then 'there' else 'sent' end
                when r.act = 'PROBE' and last.outcome = 'absent' then 'absent' else lower(x.state) end
            from repair r, delivery x left join lateral (
              select a.kind, a.outcome from attempt a where a.delivery = x.id order by a.n desc limit 1) last on true
            where r.id = ? and i.repair = r.id and i.state = 'DUE' and x.id = i.delivery
              and x.state in ('DELIVERED', 'REFUSED', 'PARKED', 'SKIPPED')
            returning i.state""";

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many have come to which state. */
    Map<State, Integer> settle(UUID repair, Instant now) {
        var counts = new HashMap<State, Integer>();
        jdbc.sql(SETTLE)
                .params(Times.inOffice(now), repair)
                .query(String.class)
                .list()
                .forEach(state -> counts.merge(State.valueOf(state), 1, Integer::sum));
        return counts;
    }

    /** A waiting item and how its delivery stands. */
    record Next(int n, long delivery, String dossier, String system, String state) {}

    /** In their order; what a node is just calling about is left for later. */
    List<Next> next(UUID repair, int limit) {
        return jdbc.sql("""
                        select i.n, i.delivery, i.dossier, i.system, x.state
                        from repair_item i join delivery x on x.id = i.delivery
                        where i.repair = ? and i.state = 'WAITING' and x.state <> 'LEASED' order by i.n limit ?""")
                .params(repair, limit)
                .query((row, n) -> new Next(
                        row.getInt("n"),
                        row.getLong("delivery"),
                        row.getString("dossier"),
                        row.getString("system"),
                        row.getString("state")))
                .list();
    }

    void move(UUID repair, List<Next> items, State state, @Nullable String result, Instant now) {
        if (!items.isEmpty()) {
            jdbc.sql("update repair_item set state = ?, result = ?, at = ? where repair = ? and n = any (?)")
                    .params(Arrays.asList(
                            state.name(),
                            result,
                            Times.inOffice(now),
                            repair,
                            items.stream().map(Next::n).toArray(Integer[]::new)))
                    .update();
        }
    }

    int passAll(UUID repair, String result, Instant now) {
        return jdbc.sql("""
                        update repair_item set state = 'PASSED', result = ?, at = ?
                        where repair = ? and state = 'WAITING'""").params(result, Times.inOffice(now), repair).update();
    }

    List<RepairItem> list(UUID repair, @Nullable State state, int after, int limit) {
        var wanted = state == null ? null : state.name();
        return jdbc.sql("""
                        select i.*, x.code from repair_item i join delivery x on x.id = i.delivery
                        where i.repair = ? and i.n > ? and (?::text is null or i.state = ?) order by i.n limit ?""")
                .params(Arrays.asList(repair, after, wanted, wanted, limit))
                .query((row, n) -> item(row))
                .list();
    }

    private static RepairItem item(ResultSet row) throws SQLException {
        return new RepairItem(
                row.getInt("n"),
                row.getLong("delivery"),
                row.getString("dossier"),
                row.getString("system"),
                row.getString("cause"),
                row.getString("was"),
                row.getString("way"),
                timeOrNull(row, "due_at"),
                row.getObject("minutes_left", Long.class),
                State.valueOf(row.getString("state")),
                row.getString("result"),
                row.getString("code"),
                timeOrNull(row, "at"));
    }
}
