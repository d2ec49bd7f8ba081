package vn.lienthong.hub.repair;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.ByHand;

/** Reckons what a plan will do from its list. */
@Component
class Forecasts {
    /** Less than that much working time is little: one working day, in minutes. */
    private static final int LITTLE = 480;

    private static final String WAYS = """
            select count(*) filter (where way = 'SEND' and (was <> 'PARKED' or system = any (?))) as send,
              count(*) filter (where way = 'ASK') as ask,
              count(*) filter (where way = 'SEND' and was = 'PARKED' and system <> all (?)) as may_double,
              count(distinct dossier) as dossiers,
              count(distinct dossier) filter (where due_at < ?) as overdue,
              count(distinct dossier) filter (where due_at >= ? and due_at < ? + n * interval '1 minute' / ?) as late,
              count(distinct dossier) filter (where due_at >= ? + n * interval '1 minute' / ? and minutes_left < ?) as saved
            from repair_item where repair = ?""";
    private static final String GROUPS = """
            select i.system, coalesce(i.cause, '') as cause, coalesce(c.code, '') as code,
              coalesce(c.message, '') as message, count(*) as count
            from repair_item i left join cause c on c.id = i.cause where i.repair = ?
            group by 1, 2, 3, 4 order by count(*) desc, 1, 2 limit 100""";

    private final JdbcClient jdbc;
    private final ByHand byHand;

    Forecasts(JdbcClient jdbc, ByHand byHand) {
        this.jdbc = jdbc;
        this.byHand = byHand;
    }

    Forecast of(Repair repair) {
        var at = repair.plannedAt();
        var rate = repair.pace().ratePerMinute();
        var askable = byHand.askable();
        return jdbc.sql(WAYS)
                .params(askable, askable, at, at, at, rate, at, rate, LITTLE, repair.id())
                .query((row, n) -> new Forecast(
                        row.getLong("send"),
                        row.getLong("ask"),
                        row.getLong("may_double"),
                        row.getLong("dossiers"),
                        row.getLong("overdue"),
                        row.getLong("late"),
                        row.getLong("saved"),
                        groups(repair)))
                .single();
    }

    private List<Forecast.Group> groups(Repair repair) {
        return jdbc.sql(GROUPS)
                .param(repair.id())
                .query((row, n) -> new Forecast.Group(
                        row.getString("system"),
                        row.getString("cause"),
                        row.getString("code"),
                        row.getString("message"),
                        row.getLong("count")))
                .list();
    }
}
