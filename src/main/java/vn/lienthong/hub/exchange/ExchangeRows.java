package vn.lienthong.hub.exchange;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** Exchanges in the database. */
@Component
class ExchangeRows {
    private static final String EXCHANGE = """
            insert into exchange (id, system, operation, kind, outcome, mapped, started_at, ended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CALL = """
            insert into exchange_call (exchange, n, sign_in, method, path, sent_type, sent, sent_size, status, answer_type,
              answer, answer_size, answered_at, certificate, expires_at, failure)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ATTEMPT =
            "insert into exchange_attempt (delivery, attempt, exchange) values (?, ?, ?) on conflict do nothing";
    private static final String ATTEMPTS = """
            select a.n, a.kind, a.started_at, a.ended_at, a.outcome, a.code, a.answer, x.exchange, e.mapped
            from attempt a left join exchange_attempt x on x.delivery = a.delivery and x.attempt = a.n
              left join exchange e on e.id = x.exchange
            where a.delivery = ? order by a.n""";
    private static final String CALLS = """
            select c.* from exchange_call c join exchange_attempt x on x.exchange = c.exchange
            where x.delivery = ? order by c.exchange, c.n""";

    private final JdbcTemplate jdbc;

    ExchangeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<KeptExchange> all) {
        jdbc.batchUpdate(EXCHANGE, all.stream().map(ExchangeRows::row).toList());
        var calls = new ArrayList<Object[]>();
        var attempts = new ArrayList<Object[]>();
        for (var one : all) {
            for (int n = 0; n < one.calls().size(); n++) {
                calls.add(row(one.id(), n, one.calls().get(n)));
            }
            one.of().forEach(made -> attempts.add(new Object[] {made.delivery(), made.n(), one.id()}));
        }
        if (!calls.isEmpty()) {
            jdbc.batchUpdate(CALL, calls);
        }
        jdbc.batchUpdate(ATTEMPT, attempts);
    }

    private static Object[] row(KeptExchange kept) {
        return new Object[] {
            kept.id(),
            kept.system(),
            kept.operation(),
            kept.kind(),
            kept.outcome(),
            kept.mapped(),
            Times.inOffice(kept.startedAt()),
            Times.inOffice(kept.endedAt())
        };
    }

    private static @Nullable Object[] row(UUID id, int n, KeptExchange.Call call) {
        return new @Nullable Object[] {
            id,
            n,
            call.signIn(),
            call.method(),
            call.path(),
            call.sentType(),
            call.sent(),
            call.sentSize(),
            call.status(),
            call.answerType(),
            call.answer(),
            call.answerSize(),
            call.answeredAt(),
            call.certificate(),
            call.expiresAt(),
            call.failure()
        };
    }

    /** An attempt of a delivery. */
    record Place(long delivery, int attempt) {}

    boolean isKept(long delivery, int attempt) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from exchange_attempt where delivery = ? and attempt = ?)",
                Boolean.class,
                delivery,
                attempt));
    }

    Set<Place> keptOf(String dossier) {
        return Set.copyOf(jdbc.query("""
                select x.delivery, x.attempt from exchange_attempt x join delivery d on d.id = x.delivery
                where d.dossier = ?""", (row, n) -> new Place(row.getLong(1), row.getInt(2)), dossier));
    }

    List<Exchange> of(long delivery) {
        var calls = calls(delivery);
        return jdbc.query(ATTEMPTS, (row, n) -> exchange(row, calls), delivery);
    }

    private Map<UUID, List<Exchange.Call>> calls(long delivery) {
        var byExchange = new HashMap<UUID, List<Exchange.Call>>();
        jdbc.query(
                CALLS,
                (ResultSet row) -> {
                    byExchange
                            .computeIfAbsent(row.getObject("exchange", UUID.class), id -> new ArrayList<>())
                            .add(call(row));
                },
                delivery);
        return byExchange;
    }

    private static Exchange exchange(ResultSet row, Map<UUID, List<Exchange.Call>> calls) throws SQLException {
        var id = row.getObject("exchange", UUID.class);
        return new Exchange(
                row.getInt("n"),
                row.getString("kind"),
                time(row, "started_at"),
                time(row, "ended_at"),
                row.getString("outcome"),
                row.getString("code"),
                row.getString("answer"),
                id != null,
                mapped(row.getString("mapped")),
                id == null ? List.of() : calls.getOrDefault(id, List.of()));
    }

    private static List<Exchange.Mapped> mapped(@Nullable String json) {
        var all = new ArrayList<Exchange.Mapped>();
        if (json != null) {
            Json.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .forEach(one -> all.add(new Exchange.Mapped(
                            one.path("mapping").asText(), one.path("as").asText(), one.get("result"))));
        }
        return all;
    }

    private static Exchange.Call call(ResultSet row) throws SQLException {
        return new Exchange.Call(
                row.getBoolean("sign_in"),
                row.getString("method"),
                row.getString("path"),
                row.getString("sent_type"),
                BodyText.of(row.getBytes("sent"), row.getLong("sent_size")),
                row.getLong("sent_size"),
                row.getObject("status", Integer.class),
                row.getString("answer_type"),
                BodyText.of(row.getBytes("answer"), row.getLong("answer_size")),
                row.getLong("answer_size"),
                row.getString("answered_at"),
                row.getString("failure"));
    }

    /** Removes some of those that ended before then; whether there may be more. */
    boolean removeBefore(Instant then, int most) {
        return jdbc.update(
                        "delete from exchange where id in (select id from exchange where ended_at < ? limit ?)",
                        Times.inOffice(then),
                        most)
                == most;
    }
}
