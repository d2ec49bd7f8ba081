package vn.lienthong.hub.bench;

import java.util.Map;

/** What the heap holds while nothing, and while very much, waits for a system that is unreachable. */
final class MemoryRows {
    private static final double MEGABYTE = 1024 * 1024;
    private static final double GROWTH = 8;
    private static final int LANES = 100;
    /** Beyond what is accepted meanwhile. */
    private static final int FIRST_SEQ = 100_000;

    private final House house;
    private final Effort effort;
    private final Results results;

    MemoryRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var database = house.database();
        try (var hub = house.hub("memory", database, nobodyThere())) {
            var dossiers = effort.waiting() / LANES;
            hub.register(dossiers);
            settle(hub);
            var few = hub.jvm().live() / MEGABYTE;
            House.execute(database, """
                    insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
                    select 'e-certification', e.dossier, n, e.id, 'sync', 'PENDING', now(), now()
                    from entry e, generate_series(%d, %d) n where e.kind = 'registered'
                    """.formatted(FIRST_SEQ, FIRST_SEQ + LANES - 1));
            House.execute(database, "analyze delivery");
            settle(hub);
            var many = hub.jvm().live() / MEGABYTE;
            var waiting = House.number(database, "select count(*) from delivery where state <> 'DELIVERED'");
            results.note("heap after a full collection, few deliveries wait", few, "MB", null);
            results.atMost("… more with %,.0f waiting deliveries".formatted(waiting), many - few, "MB", GROWTH);
            results.note("accept beside them, 64 callers", accept(hub), "per s", null);
        }
    }

    private double accept(RunningHub hub) {
        return hub.reporting(64, hub.requests().steps(effort.waiting() / LANES))
                .run(effort.round())
                .perSecond();
    }

    private void settle(RunningHub hub) {
        hub.reporting(8, hub.requests().steps(effort.waiting() / LANES)).at(50).run(effort.round());
    }

    private static Map<String, String> nobodyThere() {
        var closed = "http://localhost:" + House.free();
        return Map.of(
                "hub.systems.e-certification.url", closed,
                "hub.systems.public-service-portal.url", closed,
                "hub.systems.civil-status.url", closed);
    }
}
