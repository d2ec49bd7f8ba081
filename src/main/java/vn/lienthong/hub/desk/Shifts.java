package vn.lienthong.hub.desk;

import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.exchange.LastExchanges;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Discretion;
import vn.lienthong.hub.security.UnitScope;

/**
 * Reckons how a shift goes, from what was created since it began and from what is open: however much is kept, no more
 * than that is read. What was reckoned a moment ago is good enough for everybody who may see the same.
 */
@Component
public class Shifts {
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);
    private static final String WELL = "closed"; // of a breaker
    private static final int SCOPES = 64;
    private static final int HOURS = 24;
    /** What became owed is summed up by half hours; in seconds. */
    private static final int SLOT = 1800;

    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final String IN_SCOPE =
            " and (?::text[] is null or province = any (?) or province || '/' || commune = any (?)) ";
    private static final String CREATED = """
            select system, count(*) filter (where state = 'DELIVERED') as delivered,
              count(*) filter (where state = 'REFUSED') as refused, count(*) filter (where state = 'PARKED') as parked,
              count(*) filter (where state in ('PENDING', 'LEASED', 'UNCERTAIN')) as pending,
              count(*) filter (where state = 'SKIPPED') as skipped, sum(tries) as attempts, count(*) as owed
            from delivery where created_at >= ?""" + IN_SCOPE + "group by system";
    /** Of all units what became owed is known apart. Both sides are read at one moment. */
    private static final String CREATED_AND_OWED = "select system, coalesce(delivered, 0) as delivered,"
            + " coalesce(refused, 0) as refused, coalesce(parked, 0) as parked, coalesce(pending, 0) as pending,"
            + " coalesce(skipped, 0) as skipped, coalesce(attempts, 0) as attempts, coalesce(o.owed, 0) as owed from ("
            + CREATED
            + ") c full join (select system, sum(n) as owed from delivery_owed where slot >= ? group by system) o"
            + " using (system)";

    private static final String IS_OPEN = " state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED') ";
    /** Dossiers are told apart among the few that are due soon: to tell all apart, all would be sorted. */
    private static final String OPEN = """
            select o.*, coalesce(soon.overdue, 0) as overdue from (
              select system, count(*) filter (where state in ('PENDING', 'LEASED', 'UNCERTAIN')) as backlog,
                count(*) filter (where state in ('REFUSED', 'PARKED')) as held,
                min(created_at) filter (where state in ('PENDING', 'LEASED', 'UNCERTAIN')) as oldest
              from delivery where""" + IS_OPEN + IN_SCOPE + """
              group by system) o
            left join (
              select system, count(distinct dossier) as overdue
              from delivery where legal_due_at > ? and legal_due_at <= ? and""" + IS_OPEN + IN_SCOPE + """
              group by system) soon using (system)""";
    /** Each hour by its beginning. */
    private static final String ARRIVED = """
            select system, date_bin('1 hour', acknowledged_at, ?::timestamptz) as hour, count(*) as n
            from delivery where created_at >= ?::timestamptz - interval '24 hours' and acknowledged_at >= ?::timestamptz - interval '24 hours'
            """ + IN_SCOPE + "group by 1, 2";
    /** Of what waits for a system that fails, what will be tried next; read from the index of what is due. */
    private static final String TROUBLE = """
            select answer from delivery
            where system = ? and state in ('PENDING', 'LEASED', 'UNCERTAIN') and answer is not null
            order by due_at limit 1""";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Breakers breakers;
    private final LastExchanges exchanges;
    private final InstantSource clock;
    private final LocalTime begins;
    private final Map<UnitScope, Shift> reckoned = new ConcurrentHashMap<>();

    Shifts(
            JdbcClient jdbc,
            Cards cards,
            Breakers breakers,
            LastExchanges exchanges,
            InstantSource clock,
            @Value("${hub.desk.shift-begins:07:30}") String begins) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.breakers = breakers;
        this.exchanges = exchanges;
        this.clock = clock;
        this.begins = LocalTime.parse(begins);
        if (this.begins.toSecondOfDay() % SLOT != 0) {
            throw new IllegalArgumentException("hub.desk.shift-begins: " + begins + " is no half hour");
        }
    }

    public Shift now(UnitScope scope) {
        var now = clock.instant();
        var known = reckoned.get(scope);
        if (known != null
                && Duration.between(known.at(), Times.inOffice(now)).abs().compareTo(GOOD_FOR) < 0) {
            return known;
        }
        var at = Times.inOffice(now);
        var fresh = reckon(scope, at, since(at));
        if (reckoned.size() >= SCOPES) {
            reckoned.clear();
        }
        reckoned.put(scope, fresh);
        return fresh;
    }

    /** The shift that ends at that moment or goes on, with all that came since it began; of all units. */
    public Shift upTo(OffsetDateTime moment) {
        return reckon(UnitScope.EVERYWHERE, Times.inOffice(clock.instant()), since(moment.minusNanos(1)));
    }

    /**
     * The systems whose deliveries of this shift do not add up, and by how many; of all units. Asked all the time, so no more
     * is read than the sum.
     */
    public Map<String, Long> off() {
        var created = createdAndOwed(since(Times.inOffice(clock.instant())));
        return cards.all().stream()
                .map(card -> Map.entry(
                        card.id(), created.getOrDefault(card.id(), Created.NONE).off()))
                .filter(line -> line.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Created> createdAndOwed(OffsetDateTime since) {
        return bySystem(CREATED_AND_OWED, Shifts::created, since, null, null, null, since);
    }

    private Shift reckon(UnitScope scope, OffsetDateTime now, OffsetDateTime since) {
        var until = until(now);
        var units = scope.units().contains("*") ? null : scope.units().toArray(String[]::new);
        var created =
                units == null ? createdAndOwed(since) : bySystem(CREATED, Shifts::created, since, units, units, units);
        var open = bySystem(OPEN, Shifts::open, units, units, units, now, until, units, units, units);
        var arrived = arrived(now, units);
        var certificates = exchanges.certificates();
        var lines = new ArrayList<ShiftLine>();
        for (var card : cards.all()) {
            var line = new Line(
                    card,
                    created.getOrDefault(card.id(), Created.NONE),
                    open.getOrDefault(card.id(), Open.NONE),
                    arrived.getOrDefault(card.id(), nothing()),
                    certificates.get(card.id()));
            var breaker = breakers.state(card);
            var trouble = breaker.equals(WELL) ? null : trouble(card);
            lines.add(line.of(breaker, trouble));
        }
        return new Shift(since, now, until, units == null, lines);
    }

    private @Nullable String trouble(SystemCard card) {
        return jdbc.sql(TROUBLE)
                .param(card.id())
                .query(String.class)
                .optional()
                .map(Discretion::withoutIds)
                .orElse(null);
    }

    private OffsetDateTime since(OffsetDateTime now) {
        var today = now.with(begins);
        return today.isAfter(now) ? today.minusDays(1) : today;
    }

    private static OffsetDateTime until(OffsetDateTime now) {
        var afternoon = now.with(AFTERNOON);
        return now.isBefore(afternoon) ? afternoon : now.with(EVENING);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<String, T> bySystem(String sql, Reading<T> reading, @Nullable Object... values) {
        return jdbc
                .sql(sql)
                .params(Arrays.asList(values))
                .query((row, n) -> Map.entry(row.getString("system"), reading.of(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Created(
            long delivered, long refused, long parked, long pending, long skipped, long attempts, long owed) {
        static final Created NONE = new Created(0, 0, 0, 0, 0, 0, 0);

        long off() {
            return ShiftLine.off(owed, delivered, refused, parked, pending, skipped);
        }
    }

    private static Created created(ResultSet row) throws SQLException {
        return new Created(
                row.getLong("delivered"),
                row.getLong("refused"),
                row.getLong("parked"),
                row.getLong("pending"),
                row.getLong("skipped"),
                row.getLong("attempts"),
                row.getLong("owed"));
    }

    private record Open(long backlog, long held, @Nullable OffsetDateTime oldest, long overdue) {
        static final Open NONE = new Open(0, 0, null, 0);
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(row.getLong("backlog"), row.getLong("held"), timeOrNull(row, "oldest"), row.getLong("overdue"));
    }

    private static Long[] nothing() {
        var hours = new Long[HOURS];
        Arrays.fill(hours, 0L);
        return hours;
    }

    private Map<String, Long[]> arrived(OffsetDateTime now, String @Nullable [] units) {
        var bySystem = new java.util.HashMap<String, Long[]>();
        jdbc.sql(ARRIVED)
                .params(Arrays.asList(now, now, now, units, units, units))
                .query(row -> {
                    var ago = Duration.between(row.getObject("hour", OffsetDateTime.class), now)
                            .toHours();
                    bySystem.computeIfAbsent(row.getString("system"), system -> nothing())[
                                    HOURS - (int) Math.clamp(ago, 1, HOURS)] +=
                            row.getLong("n");
                });
        return bySystem;
    }

    /** One system's figures, before it is said how it does. */
    private record Line(
            SystemCard card,
            Created created,
            Open open,
            Long[] hours,
            @Nullable OffsetDateTime certificateUntil) {
        ShiftLine of(String breaker, @Nullable String trouble) {
            var health = health(breaker);
            return new ShiftLine(
                    card.id(),
                    card.title(),
                    health,
                    breaker,
                    trouble,
                    created.owed,
                    created.delivered,
                    created.refused,
                    created.parked,
                    created.pending,
                    created.skipped,
                    created.attempts,
                    open.backlog,
                    open.oldest,
                    open.held,
                    open.overdue,
                    certificateUntil,
                    List.of(hours));
        }

        private ShiftLine.Health health(String breaker) {
            if (!breaker.equals(WELL)) {
                return ShiftLine.Health.FAILING;
            }
            return created.delivered > 0 ? ShiftLine.Health.USED : ShiftLine.Health.UNUSED;
        }
    }
}
