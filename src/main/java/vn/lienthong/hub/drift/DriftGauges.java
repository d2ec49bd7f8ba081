package vn.lienthong.hub.drift;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Answers that were otherwise and that nobody has accepted, as {@code hub.drift.open}; and for how long the certificates
 * that systems show will hold, as {@code hub.certificate.days.left}.
 */
@Component
class DriftGauges {
    private final DriftRows rows;
    private final Drifts drifts;
    private final InstantSource clock;
    private final MultiGauge open;
    private final MultiGauge daysLeft;

    DriftGauges(DriftRows rows, Drifts drifts, InstantSource clock, MeterRegistry meters) {
        this.rows = rows;
        this.drifts = drifts;
        this.clock = clock;
        this.open = MultiGauge.builder("hub.drift.open").register(meters);
        this.daysLeft = MultiGauge.builder("hub.certificate.days.left").register(meters);
    }

    @Scheduled(fixedDelayString = "${hub.delivery.count-every:PT15S}")
    void count() {
        open.register(
                rows.open().entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                one -> MultiGauge.Row.of(Tags.of("system", one.getKey()), one.getValue()))
                        .toList(),
                true);
        daysLeft.register(drifts.vitals().stream().flatMap(this::certificate).toList(), true);
    }

    private Stream<MultiGauge.Row<?>> certificate(Vital vital) {
        var until = vital.certificateUntil();
        return until == null
                ? Stream.empty()
                : List.<MultiGauge.Row<?>>of(MultiGauge.Row.of(
                                Tags.of("system", vital.system()),
                                Duration.between(clock.instant(), until.toInstant())
                                        .toDays()))
                        .stream();
    }
}
