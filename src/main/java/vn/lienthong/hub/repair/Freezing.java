package vn.lienthong.hub.repair;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.commit.Rows;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.ByHand;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.ledger.DossierConditions;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.security.UnitScope;

/** Turns a selection into a list that does not move any more, those with the least time left first. */
@Component
class Freezing {
    private static final String FREEZE = """
            insert into repair_item (repair, n, delivery, dossier, system, cause, was, way, due_at, state)
            select ?, row_number() over (order by due_at nulls last, dossier, system), id, dossier, system, cause, state,
              way, due_at, 'WAITING'
            from (select x.id, x.dossier, x.system, x.cause, x.state,
                case when ? then 'NONE' when ? or x.state = 'UNCERTAIN'
                  or (x.state = 'PARKED' and x.tries > 0 and x.system = any (?)) then 'ASK' else 'SEND' end as way,
                case when d.status <> all (?) then d.due_at end as due_at
              from delivery x join dossier d on d.code = x.dossier
              where not exists (select 1 from delivery earlier
                  where earlier.dossier = x.dossier and earlier.system = x.system and earlier.seq < x.seq
                    and earlier.state not in ('DELIVERED', 'SKIPPED'))
                and\s""";
    private static final String THERE = """
            select count(distinct x.id) from attempt a join delivery x on x.id = a.delivery
              join dossier d on d.code = x.dossier
            where a.cause = ? and x.state = 'DELIVERED' and\s""";
    private static final int STRETCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ByHand byHand;
    private final Deadlines deadlines;

    Freezing(JdbcClient jdbc, JdbcTemplate template, ByHand byHand, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.template = template;
        this.byHand = byHand;
        this.deadlines = deadlines;
    }

    /** Within the caller's transaction; one more than the most is enough to know that there are too many. */
    int freeze(UUID repair, Act act, Selection selection, UnitScope scope, OffsetDateTime now) {
        var conditions = conditions(act, selection, scope);
        var items = jdbc.sql(FREEZE + conditions.sql() + " limit " + (Repairs.MOST + 1) + ") picked")
                .params(conditions.values(repair, act.isDoneAtOnce(), act == Act.PROBE, byHand.askable(), ended()))
                .update();
        reckon(repair, now);
        return items;
    }

    /** Those that failed for the same cause and have arrived since. */
    int alreadyThere(Selection selection, UnitScope scope) {
        if (selection.cause() == null) {
            return 0;
        }
        var conditions = DossierConditions.of(scope, selection.province(), selection.commune());
        return jdbc.sql(THERE + conditions.sql())
                .params(conditions.values(selection.cause()))
                .query(Integer.class)
                .single();
    }

    private DossierConditions conditions(Act act, Selection selection, UnitScope scope) {
        var conditions = DossierConditions.of(scope, selection.province(), selection.commune())
                .and("x.state = any (?)", (Object) states(act, selection))
                .andIf("x.system = ?", selection.system())
                .andIf("x.cause = ?", selection.cause())
                .andIf("x.code = ?", selection.code())
                .andIf("x.created_at >= ?", selection.from())
                .andIf("x.created_at < ?", selection.until())
                .andIf("d.procedure = ?", selection.procedure());
        return switch (act) {
            case RELEASE -> conditions.and("x.code = ?", ByHand.HELD);
            case PROBE -> conditions.and("x.system = any (?)", (Object) byHand.askable());
            default -> conditions;
        };
    }

    private static String[] states(Act act, Selection selection) {
        return selection.states().stream()
                .filter(act::isLegalIn)
                .map(DeliveryState::name)
                .toArray(String[]::new);
    }

    private static String[] ended() {
        return Stream.of(DossierStatus.values())
                .filter(DossierStatus::isEnd)
                .map(DossierStatus::word)
                .toArray(String[]::new);
    }

    private record Left(
            int n, OffsetDateTime dueAt, @Nullable Long minutes) {}

    private void reckon(UUID repair, OffsetDateTime now) {
        var after = 0;
        for (var some = stretch(repair, after, now); !some.isEmpty(); some = stretch(repair, after, now)) {
            write(repair, some);
            after = some.getLast().n();
        }
    }

    private List<Left> stretch(UUID repair, int after, OffsetDateTime now) {
        return jdbc.sql("""
                        select n, due_at from repair_item where repair = ? and n > ? and due_at is not null
                        order by n limit ?""")
                .params(repair, after, STRETCH)
                .query((row, n) -> {
                    var dueAt = Rows.time(row, "due_at");
                    return new Left(row.getInt("n"), dueAt, minutes(now, dueAt));
                })
                .list();
    }

    private void write(UUID repair, List<Left> some) {
        template.update(connection -> {
            var statement = connection.prepareStatement("""
                    update repair_item i set minutes_left = s.minutes from unnest(?::int[], ?::bigint[]) as s (n, minutes)
                    where i.n = s.n and i.repair = ?""");
            new Columns<>(statement, some).add(1, "int", Left::n).add(2, "bigint", Left::minutes);
            statement.setObject(3, repair);
            return statement;
        });
    }

    private @Nullable Long minutes(OffsetDateTime now, OffsetDateTime dueAt) {
        try {
            return deadlines.between(now, dueAt).toMinutes();
        } catch (NoCalendar e) {
            return null;
        }
    }
}
