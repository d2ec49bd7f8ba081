package vn.lienthong.hub.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many messages of each system wait to be reported and how many are dead, as {@code hub.intake.waiting} and
 * {@code hub.intake.dead}, counted from the small indexes of what is open.
 */
@Component
class IntakeGauges {
    private static final String COUNT =
            "select system, count(*) as messages from received where state = '%s' group by system";

    private final JdbcClient jdbc;
    private final MultiGauge waiting;
    private final MultiGauge dead;

    IntakeGauges(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.waiting = MultiGauge.builder("hub.intake.waiting").register(meters);
        this.dead = MultiGauge.builder("hub.intake.dead").register(meters);
    }

    @Scheduled(fixedDelayString = "${hub.delivery.count-every:PT15S}")
    void count() {
        register(waiting, "TAKEN");
        register(dead, "DEAD");
    }

    private void register(MultiGauge gauge, String state) {
        gauge.register(
                jdbc.sql(COUNT.formatted(state))
                        .query((row, n) ->
                                MultiGauge.Row.of(Tags.of("system", row.getString("system")), row.getLong("messages")))
                        .list(),
                true);
    }
}
