package vn.lienthong.hub.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many orders wait and how old the oldest is, as {@code hub.payment.waiting} and {@code hub.payment.waiting.age}
 * (seconds); and how many wait for a person, as {@code hub.payment.to-settle}. Counted from the small indexes of what is
 * open, however many are done.
 */
@Component
class PaymentGauges {
    private static final String WAITING = """
            select system, state, count(*) as orders, min(created_at) as oldest from payment_order
            where due_at is not null group by system, state""";
    private static final String TO_SETTLE = """
            select system, attention, count(*) as orders from payment_order
            where attention is not null group by system, attention""";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final MultiGauge waiting;
    private final MultiGauge age;
    private final MultiGauge toSettle;

    PaymentGauges(JdbcClient jdbc, InstantSource clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.waiting = MultiGauge.builder("hub.payment.waiting").register(meters);
        this.age = MultiGauge.builder("hub.payment.waiting.age")
                .baseUnit("seconds")
                .register(meters);
        this.toSettle = MultiGauge.builder("hub.payment.to-settle").register(meters);
    }

    private record Group(Tags tags, long orders, OffsetDateTime oldest) {
        static Group of(ResultSet row, int number) throws SQLException {
            var state = row.getString("state").toLowerCase(Locale.ROOT);
            return new Group(
                    Tags.of("system", row.getString("system"), "state", state),
                    row.getLong("orders"),
                    row.getObject("oldest", OffsetDateTime.class));
        }
    }

    @Scheduled(fixedDelayString = "${hub.delivery.count-every:PT15S}")
    void count() {
        var now = clock.instant();
        var groups = jdbc.sql(WAITING).query(Group::of).list();
        waiting.register(rows(groups, Group::orders), true);
        age.register(
                rows(
                        groups,
                        group -> Duration.between(group.oldest().toInstant(), now)
                                .toSeconds()),
                true);
        toSettle.register(jdbc.sql(TO_SETTLE).query((row, n) -> unsettled(row)).list(), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<Group> groups, ToLongFunction<Group> value) {
        return groups.stream()
                .<MultiGauge.Row<?>>map(group -> MultiGauge.Row.of(group.tags(), value.applyAsLong(group)))
                .toList();
    }

    private static MultiGauge.Row<?> unsettled(ResultSet row) throws SQLException {
        var why = Attention.valueOf(row.getString("attention")).word();
        return MultiGauge.Row.of(Tags.of("system", row.getString("system"), "why", why), row.getLong("orders"));
    }
}
