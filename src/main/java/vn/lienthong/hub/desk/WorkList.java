package vn.lienthong.hub.desk;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Discretion;

/** Deliveries by page. Pages go on behind a row, so that what comes in meanwhile moves nothing. */
@Component
public class WorkList {
    private static final String ROWS = """
            select d.*, coalesce(d.acknowledged_at, d.sent_at, d.created_at) as changed_at,
              nullif(d.legal_due_at, 'infinity') as law from delivery d where\s""";
    /** What is on the page is found in the index alone, and only that is read. */
    private static final String PAGE = ROWS + "d.id = any (array(select d.id from delivery d where %s limit ?))";

    private static final String BEHIND_DUE =
            "(d.legal_due_at, d.id) > (select legal_due_at, id from delivery where id = ?)";
    private static final String BEHIND_NEWEST =
            "(d.created_at, d.id) < (select created_at, id from delivery where id = ?)";
    /**
     * The smallest or largest of its dossier. Neither larger nor smaller than it, for the database takes equals to be so
     * rare that it would read all; and of the deliveries of the dossier first, which are few, whatever else is asked.
     */
    private static final String FIRST = """
            d.id %s (select %s(e.id) from (select * from delivery x where x.dossier = d.dossier offset 0) e where %s)""";

    private static final Instant NO_DATE = Instant.parse("9000-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Cards cards;
    private final KnownFailures failures;
    private final Deadlines deadlines;
    private final InstantSource clock;

    WorkList(JdbcClient jdbc, Cards cards, KnownFailures failures, Deadlines deadlines, InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.failures = failures;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param after the id of the row to go on behind; null: from the beginning */
    public List<WorkItem> page(WorkQuery query, @Nullable Long after, int limit) {
        return page(WorkConditions.of(query), query, after, limit);
    }

    /** Of each dossier only the delivery that comes first in the order of the question. */
    List<WorkItem> firsts(WorkQuery query, @Nullable Long after, int limit) {
        var same = WorkConditions.of(query, "e");
        var byDue = query.order() == WorkQuery.Order.DUE;
        var first = FIRST.formatted(byDue ? "<=" : ">=", byDue ? "min" : "max", same.sql());
        var where = WorkConditions.of(query).and(first, same.valuesAnd().toArray());
        return page(where, query, after, limit);
    }

    /** All of these dossiers, whatever became of them. */
    List<WorkItem> of(Collection<String> dossiers) {
        return jdbc.sql(ROWS + "d.dossier = any (?) order by d.dossier, d.id")
                .param(dossiers.toArray(String[]::new))
                .query((row, n) -> item(row))
                .list();
    }

    private List<WorkItem> page(WorkConditions where, WorkQuery query, @Nullable Long after, int limit) {
        var byDue = query.order() == WorkQuery.Order.DUE;
        if (after != null) {
            where.and(byDue ? BEHIND_DUE : BEHIND_NEWEST, after);
        }
        var order = byDue ? " order by d.legal_due_at, d.id" : " order by d.created_at desc, d.id desc";
        return jdbc.sql(PAGE.formatted(where.sql() + order) + order)
                .params(where.valuesAnd(limit))
                .query((row, n) -> item(row))
                .list();
    }

    /** How many there are, as far as anybody wants to know. */
    public long count(WorkQuery query, long atMost) {
        var where = WorkConditions.of(query);
        return count(where, atMost);
    }

    /** Of how many dossiers the first so many are. */
    public long dossiers(WorkQuery query, long atMost) {
        var where = WorkConditions.of(query);
        return jdbc.sql("select count(distinct dossier) from (select d.dossier from delivery d where " + where.sql()
                        + " limit ?) found")
                .params(where.valuesAnd(atMost))
                .query(Long.class)
                .single();
    }

    /** How many have come since the newest that somebody has seen. */
    public long news(WorkQuery query, long newest, long atMost) {
        return count(WorkConditions.of(query).and("d.id > ?", newest), atMost);
    }

    /** The highest id there is, of all. */
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from delivery")
                .query(Long.class)
                .single();
    }

    private long count(WorkConditions where, long atMost) {
        return jdbc.sql("select count(*) from (select 1 from delivery d where " + where.sql() + " limit ?) found")
                .params(where.valuesAnd(atMost))
                .query(Long.class)
                .single();
    }

    private WorkItem item(ResultSet row) throws SQLException {
        var system = row.getString("system");
        var card = cards.find(system);
        var state = DeliveryState.valueOf(row.getString("state"));
        var code = row.getString("code");
        var answer = row.getString("answer");
        var due = row.getObject("law", OffsetDateTime.class);
        return new WorkItem(
                row.getLong("id"),
                row.getInt("seq"),
                system,
                card.map(known -> known.title()).orElse(system),
                row.getString("dossier"),
                row.getString("procedure"),
                row.getString("operation"),
                state,
                row.getInt("tries"),
                card.map(known -> known.retry().delays().size() + 1).orElse(0),
                next(state, row.getObject("due_at", OffsetDateTime.class)),
                code,
                Discretion.withoutIds(answer),
                row.getInt("tries") == 0
                        ? null
                        : failures.on(system, code, answer).orElse(null),
                row.getString("cause"),
                time(row, "created_at"),
                time(row, "changed_at"),
                due == null ? null : Times.inOffice(due.toInstant()),
                due == null ? null : minutesLeft(due));
    }

    private static @Nullable OffsetDateTime next(DeliveryState state, OffsetDateTime due) {
        var waits = state == DeliveryState.PENDING || state == DeliveryState.UNCERTAIN;
        return waits && due.toInstant().isBefore(NO_DATE) ? Times.inOffice(due.toInstant()) : null;
    }

    private @Nullable Long minutesLeft(OffsetDateTime due) {
        try {
            return deadlines.between(Times.inOffice(clock.instant()), due).toMinutes();
        } catch (NoCalendar beyond) {
            return null;
        }
    }
}
