package vn.lienthong.hub.desk;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.UnitScope;

/** What deliveries fail by, in groups: of what waits now, and how far people have come with it. */
@Component
public class Causes {
    private static final int HOURS = 24;
    private static final int MOST = 200;
    private static final String GROUPS = """
            with waiting as (
              select cause, count(*) as n, count(distinct dossier) as dossiers, min(legal_due_at) as due
              from delivery where cause is not null and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED')
                and (?::text[] is null or province = any (?) or province || '/' || commune = any (?))
              group by cause order by n desc limit ?)
            select c.*, w.n, w.dossiers, nullif(w.due, 'infinity') as due, k.state, k.owner, k.note, seen.last, seen.hours,
              case when k.closed_at is null then k.came_back
                else exists (select 1 from attempt a where a.cause = c.id and a.ended_at > k.closed_at) end as back
            from waiting w join cause c on c.id = w.cause left join lateral (
              select * from incident i where i.cause = c.id order by i.opened_at desc limit 1) k on true
            left join lateral (
              select max(last) as last, array_agg(hour || ':' || n) as hours from (
                select floor(extract(epoch from (?::timestamptz - ended_at)) / 3600)::int as hour, count(*) as n,
                  max(ended_at) as last
                from attempt where cause = c.id and ended_at > ?::timestamptz - interval '24 hours' group by 1) by_hour
              ) seen on true
            order by w.due, c.id""";

    private static final String WITHIN = """
            select c.*, w.n, w.dossiers, nullif(w.due, 'infinity') as due from (
              select cause, count(*) as n, count(distinct dossier) as dossiers, min(legal_due_at) as due
              from (select d.cause, d.dossier, d.legal_due_at from delivery d where %s
                order by d.legal_due_at, d.id limit ?) first
              where cause is not null group by cause) w
            join cause c on c.id = w.cause order by w.n desc, c.id limit ?""";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final KnownFailures failures;
    private final InstantSource clock;

    Causes(JdbcClient jdbc, Cards cards, KnownFailures failures, InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.failures = failures;
        this.clock = clock;
    }

    /** Those that somebody waits for, the most urgent first. */
    public List<CauseGroup> open(UnitScope scope) {
        var units = scope.units().contains("*") ? null : scope.units().toArray(String[]::new);
        var now = Times.inOffice(clock.instant());
        return jdbc.sql(GROUPS)
                .params(Arrays.asList(units, units, units, MOST, now, now))
                .query((row, n) -> group(row))
                .list();
    }

    /** The causes of the most urgent that a question finds, those of the most first. */
    public List<CauseCount> within(WorkQuery query, long mostDeliveries) {
        var where = WorkConditions.of(query);
        return jdbc.sql(WITHIN.formatted(where.sql()))
                .params(where.valuesAnd(mostDeliveries, MOST))
                .query((row, n) -> count(row))
                .list();
    }

    private CauseCount count(ResultSet row) throws SQLException {
        var system = row.getString("system");
        var code = row.getString("code");
        var message = row.getString("message");
        return new CauseCount(
                row.getString("id"),
                cards.find(system).map(card -> card.title()).orElse(system),
                row.getString("operation"),
                code,
                message,
                row.getLong("n"),
                row.getLong("dossiers"),
                timeOrNull(row, "due"),
                failures.on(system, code, message).orElse(null));
    }

    /** The causes whose words contain that, by their ids; case and diacritics do not matter. */
    public List<String> saying(String words) {
        var folded = folded(words);
        return jdbc
                .sql("select id, code || ' ' || message as said from cause order by first_seen_at desc limit 5000")
                .query((row, n) -> new String[] {row.getString("id"), row.getString("said")})
                .list()
                .stream()
                .filter(cause -> folded(cause[1]).contains(folded))
                .map(cause -> cause[0])
                .toList();
    }

    /** What the causes of these ids say of themselves: in plain words where they are known, else in those of the system. */
    public Map<String, String> words(Collection<String> ids) {
        var words = new HashMap<String, String>();
        jdbc.sql("select * from cause where id = any (?)")
                .param(ids.toArray(String[]::new))
                .query(row -> {
                    words.put(row.getString("id"), words(row));
                });
        return words;
    }

    private String words(ResultSet row) throws SQLException {
        var code = row.getString("code");
        var message = row.getString("message");
        return failures.on(row.getString("system"), code, message)
                .map(Advice::means)
                .orElse(message.isBlank() ? code : message);
    }

    private CauseGroup group(ResultSet row) throws SQLException {
        var system = row.getString("system");
        var code = row.getString("code");
        var message = row.getString("message");
        return new CauseGroup(
                row.getString("id"),
                system,
                cards.find(system).map(card -> card.title()).orElse(system),
                row.getString("operation"),
                code,
                message,
                row.getLong("n"),
                row.getLong("dossiers"),
                time(row, "first_seen_at"),
                timeOrNull(row, "last"),
                timeOrNull(row, "due"),
                hours(row),
                state(row),
                row.getString("owner"),
                row.getString("note"),
                failures.on(system, code, message).orElse(null));
    }

    /** As its incident says; of a cause that nobody has made one there is none. */
    private static CauseGroup.State state(ResultSet row) throws SQLException {
        var back = row.getBoolean("back") ? CauseGroup.State.BACK : null;
        return switch (Objects.requireNonNullElse(row.getString("state"), "")) {
            case "TAKEN" -> CauseGroup.State.TAKEN;
            case "WAITING" -> CauseGroup.State.WAITING;
            case "CLOSED" -> Objects.requireNonNullElse(back, CauseGroup.State.SOLVED);
            default -> Objects.requireNonNullElse(back, CauseGroup.State.NEW);
        };
    }

    private static List<Long> hours(ResultSet row) throws SQLException {
        var counts = new Long[HOURS];
        Arrays.fill(counts, 0L);
        var array = row.getArray("hours");
        if (array != null) {
            for (var pair : (String[]) array.getArray()) {
                var split = pair.indexOf(':');
                var ago = Math.clamp(Integer.parseInt(pair.substring(0, split)), 0, HOURS - 1);
                counts[HOURS - 1 - ago] += Long.parseLong(pair.substring(split + 1));
            }
        }
        return List.of(counts);
    }

    private static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
