package vn.lienthong.hub.exchange;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.security.UnitScope;

/** What was exchanged with systems last, and what it told of their certificates. */
@Component
public class LastExchanges {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    /** Each takes its system's newest from the index, however many are kept. */
    private static final String LAST = """
            select x.delivery, x.attempt, d.dossier, e.operation, e.kind, e.outcome, e.started_at,
              (select c.status from exchange_call c where c.exchange = e.id and not c.sign_in order by c.n desc limit 1)
                as status
            from (select * from exchange where system = ? order by ended_at desc limit ?) e
              join lateral (select * from exchange_attempt x where x.exchange = e.id order by delivery limit 1) x on true
              join delivery d on d.id = x.delivery
            where ?::text[] is null or d.province = any (?) or d.province || '/' || d.commune = any (?)
            order by e.ended_at desc limit ?""";

    private static final String CERTIFICATES = """
            select s.id, found.until from unnest(?::text[]) s(id), lateral (
              select min(c.expires_at) as until from (
                select id from exchange where system = s.id order by ended_at desc limit 20) e
              join exchange_call c on c.exchange = e.id) found
            where found.until is not null""";
    private static final int LOOKED_AT = 200;

    private final JdbcClient jdbc;
    private final Cards cards;
    private final InstantSource clock;
    private volatile Certificates known = new Certificates(Instant.MIN, Map.of());

    LastExchanges(JdbcClient jdbc, Cards cards, InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.clock = clock;
    }

    private record Certificates(Instant at, Map<String, OffsetDateTime> until) {}

    /** Of dossiers of those units, newest first. */
    public List<LastExchange> of(String system, UnitScope scope, int most) {
        var units = scope.units().contains("*") ? null : scope.units().toArray(String[]::new);
        return jdbc.sql(LAST)
                .params(Arrays.asList(system, units == null ? most : LOOKED_AT, units, units, units, most))
                .query((row, n) -> exchange(row))
                .list();
    }

    /** When the first of the certificates ends that a system showed last; nothing of one that showed none. */
    public Map<String, OffsetDateTime> certificates() {
        var now = clock.instant();
        if (known.at.plus(GOOD_FOR).isBefore(now)) {
            known = new Certificates(now, read());
        }
        return known.until;
    }

    private Map<String, OffsetDateTime> read() {
        var ids = cards.all().stream().map(card -> card.id()).toArray(String[]::new);
        return jdbc
                .sql(CERTIFICATES)
                .param(ids)
                .query((row, n) -> Map.entry(row.getString("id"), time(row, "until")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static LastExchange exchange(ResultSet row) throws SQLException {
        return new LastExchange(
                row.getLong("delivery"),
                row.getInt("attempt"),
                row.getString("dossier"),
                row.getString("operation"),
                row.getString("kind"),
                row.getString("outcome"),
                row.getObject("status", Integer.class),
                time(row, "started_at"));
    }
}
