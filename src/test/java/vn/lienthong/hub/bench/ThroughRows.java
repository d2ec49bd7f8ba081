package vn.lienthong.hub.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vn.lienthong.hub.simulator.Simulator;

/** From the moment a registration is recorded to the moment the last of its systems has it, all systems being played. */
final class ThroughRows {
    private static final int PER_SECOND = 100;
    private static final int CALLERS = 64;
    private static final List<String> SYSTEMS = List.of("public-service-portal", "civil-status", "e-certification");
    private static final String TIME = """
            select 1000 * percentile_cont(%s) within group (order by extract(epoch from took)) from (
              select max(d.acknowledged_at) - e.recorded_at as took from delivery d join entry e on e.id = d.entry
              where e.recorded_at > '%s' group by e.id, e.recorded_at having bool_and(d.state = 'DELIVERED')) as done""";

    private final House house;
    private final Effort effort;
    private final Results results;

    ThroughRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var database = house.database();
        var simulators = new ArrayList<Simulator>();
        try {
            var settings = play(simulators);
            try (var hub = house.hub("through", database, settings)) {
                var load = hub.reporting(CALLERS, alternating(hub.requests())).at(PER_SECOND);
                load.run(effort.warmUp().multipliedBy(2));
                var begin = java.time.Instant.now();
                IO.println("through: " + load.run(effort.round().multipliedBy(3)));
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                write(database, begin);
            }
        } finally {
            simulators.forEach(Simulator::close);
        }
    }

    private static Map<String, String> play(List<Simulator> simulators) {
        var settings = new HashMap<String, String>();
        for (var system : SYSTEMS) {
            var folder = Path.of("integration", system);
            if (Files.isDirectory(folder.resolve("simulator"))) {
                var simulator = Simulator.of(folder).start();
                simulators.add(simulator);
                settings.put("hub.systems.%s.url".formatted(system), simulator.url());
                settings.put(
                        "hub.systems.%s.rate".formatted(system), "1000/s"); // a card's rate is not what is measured
            }
        }
        return settings;
    }

    /** Certified copies and births, so that each of the systems receives some. */
    private static Supplier<byte[]> alternating(Requests requests) {
        var copies = requests.registrations();
        var births = requests.births();
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        return () -> turn.getAndIncrement() % 2 == 0 ? copies.get() : births.get();
    }

    private void write(String database, java.time.Instant begin) {
        results.atMost(
                "accepted → delivered to all its systems, 100/s, p50",
                House.number(database, TIME.formatted("0.5", begin)),
                "ms",
                50);
        results.atMost(
                "accepted → delivered to all its systems, 100/s, p99",
                House.number(database, TIME.formatted("0.99", begin)),
                "ms",
                500);
        results.atMost(
                "… deliveries not delivered 2 s later",
                House.number(database, "select count(*) from delivery where state <> 'DELIVERED'"),
                "",
                0);
    }
}
