package vn.lienthong.hub.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many deliveries wait for each system and how long the oldest has, as {@code hub.delivery.waiting} and
 * {@code hub.delivery.waiting.age} (seconds); and how many wait for a person, as {@code hub.delivery.held}. Counted from
 * the small indexes of what is open, however many are done.
 */
@Component
class QueueGauges {
    private static final String WAITING = """
            select system, count(*) as waiting, min(created_at) as oldest from delivery
            where state in ('PENDING', 'LEASED', 'UNCERTAIN') group by system""";
    private static final String HELD =
            "select system, count(*) as held from delivery where state in ('REFUSED', 'PARKED') group by system";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final MultiGauge waiting;
    private final MultiGauge age;
    private final MultiGauge held;

    QueueGauges(JdbcClient jdbc, InstantSource clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.waiting = MultiGauge.builder("hub.delivery.waiting").register(meters);
        this.age = MultiGauge.builder("hub.delivery.waiting.age")
                .baseUnit("seconds")
                .register(meters);
        this.held = MultiGauge.builder("hub.delivery.held").register(meters);
    }

    private record Queue(String system, long waiting, OffsetDateTime oldest) {}

    @Scheduled(fixedDelayString = "${hub.delivery.count-every:PT15S}")
    void count() {
        var now = clock.instant();
        var queues = jdbc.sql(WAITING)
                .query((row, n) -> new Queue(
                        row.getString("system"), row.getLong("waiting"), row.getObject("oldest", OffsetDateTime.class)))
                .list();
        waiting.register(rows(queues, queue -> queue.waiting), true);
        age.register(
                rows(queues, q -> Duration.between(q.oldest.toInstant(), now).toSeconds()), true);
        held.register(
                jdbc.sql(HELD)
                        .query((row, n) ->
                                MultiGauge.Row.of(Tags.of("system", row.getString("system")), row.getLong("held")))
                        .list(),
                true);
    }

    private static List<MultiGauge.Row<?>> rows(List<Queue> queues, java.util.function.ToLongFunction<Queue> value) {
        return queues.stream()
                .<MultiGauge.Row<?>>map(
                        queue -> MultiGauge.Row.of(Tags.of("system", queue.system), value.applyAsLong(queue)))
                .toList();
    }
}
