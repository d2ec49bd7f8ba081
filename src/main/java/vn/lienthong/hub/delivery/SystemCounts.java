package vn.lienthong.hub.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.json.Times;

/** All systems with what waits for them: due = delivered + refused + parked + pending + uncertain + skipped. */
@Component
class SystemCounts implements Systems {
    private static final String WAITING = """
            select system, operation,
              count(*) filter (where state in ('PENDING', 'LEASED', 'UNCERTAIN')) as to_send,
              count(*) filter (where state in ('PARKED', 'REFUSED')) as held
            from delivery
            where system = any (?) and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'PARKED', 'REFUSED')
            group by system, operation order by system, operation""";
    private static final String COUNTS = """
            select system,
              count(*) filter (where state in ('PENDING', 'LEASED')) as pending,
              count(*) filter (where state = 'UNCERTAIN') as uncertain,
              count(*) filter (where state = 'PARKED') as parked,
              count(*) filter (where state = 'REFUSED') as refused,
              count(*) filter (where state = 'DELIVERED') as delivered,
              count(*) filter (where state = 'SKIPPED') as skipped,
              min(created_at) filter (where state in ('PENDING', 'LEASED', 'UNCERTAIN')) as oldest,
              (array_agg(answer order by due_at desc) filter (where state <> 'DELIVERED' and answer is not null))[1]
                as trouble
            from delivery group by system""";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Breakers breakers;

    SystemCounts(JdbcClient jdbc, Cards cards, Breakers breakers) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.breakers = breakers;
    }

    @Override
    public List<SystemState> all() {
        Map<String, SystemState> counted = jdbc.sql(COUNTS).query((row, n) -> state(row)).list().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(SystemState::id, Function.identity()));
        return cards.all().stream()
                .map(card -> counted.getOrDefault(card.id(), idle(card)))
                .toList();
    }

    @Override
    public List<Waiting> waiting(Collection<String> systems) {
        return jdbc.sql(WAITING)
                .param(systems.toArray(String[]::new))
                .query((row, n) -> new Waiting(
                        row.getString("system"),
                        row.getString("operation"),
                        row.getLong("to_send"),
                        row.getLong("held")))
                .list();
    }

    private Optional<SystemState> state(ResultSet row) throws SQLException {
        var card = cards.find(row.getString("system"));
        return card.isEmpty() ? Optional.empty() : Optional.of(state(row, card.get()));
    }

    private SystemState state(ResultSet row, SystemCard card) throws SQLException {
        return new SystemState(
                card.id(),
                card.title(),
                breakers.state(card),
                row.getLong("pending"),
                row.getLong("uncertain"),
                row.getLong("parked"),
                row.getLong("refused"),
                row.getLong("delivered"),
                row.getLong("skipped"),
                time(row.getObject("oldest", OffsetDateTime.class)),
                row.getString("trouble"));
    }

    private SystemState idle(SystemCard card) {
        return new SystemState(card.id(), card.title(), breakers.state(card), 0, 0, 0, 0, 0, 0, null, null);
    }

    private static @Nullable OffsetDateTime time(@Nullable OffsetDateTime value) {
        return value == null ? null : Times.inOffice(value.toInstant());
    }
}
