package vn.lienthong.hub.bench;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Accepting events, against the same rows written by hand. The hub under test accepts and leaves delivering to other
 * nodes, as the hand-written code does.
 */
final class AcceptRows {
    private static final int CALLERS = 64;
    private static final int DOSSIERS = 6_400;
    private static final double GOAL = 0.7;
    private static final double LONGEST = 100;

    private final House house;
    private final Effort effort;
    private final Results results;

    AcceptRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var database = house.database();
        try (var hub = house.hub("accept", database, Map.of("hub.delivery.enabled", "false"))) {
            hub.register(DOSSIERS);
            var load = hub.reporting(CALLERS, hub.requests().steps(DOSSIERS));
            load.run(effort.warmUp());
            var byHand = byHand(database);
            byHand.run(effort.warmUp().dividedBy(4));
            write(Pairs.of(
                    effort.rounds(), "accept", () -> load.run(effort.round()), () -> byHand.run(effort.round())));
        }
    }

    /** In a database of its own, with as many deliveries for a step as the hub owed. */
    private HandWrittenAccept byHand(String accepted) {
        var systems = (int) Math.round(House.number(
                accepted,
                "select count(*)::float8 / count(distinct d.entry) from delivery d join entry e on e.id = d.entry"
                        + " where e.kind = 'step'"));
        var database = house.database();
        schema(database);
        House.execute(database, """
                insert into dossier (code, province, commune, procedure, field, channel, status, received_at,
                  clock_origin, last_seq, recorded_at, body, state)
                select 'H24.129-250812-' || lpad(n::text, 6, '0'), '31', '11086', '2.000815', 'CT', 'counter',
                  'received', '2025-08-12T09:15:00+07:00', 'bench', 1, now(), '%s', '{}'
                from generate_series(1, %d) n""".formatted(Requests.registration("n"), DOSSIERS));
        return new HandWrittenAccept(database, CALLERS, DOSSIERS, systems);
    }

    private static void schema(String database) {
        Flyway.configure()
                .dataSource(database, "postgres", "")
                .locations("filesystem:src/main/resources/db/migration")
                .load()
                .migrate();
    }

    private void write(Pairs pairs) {
        results.ratio("accept an event, 64 callers", "per s", pairs, GOAL);
        results.note("accept an event, p50", pairs.percentile(50), "ms", pairs.baselinePercentile(50));
        var p99 = pairs.percentile(99);
        results.add(new Results.Row(
                "accept an event, p99",
                p99,
                "ms",
                pairs.baselinePercentile(99),
                p99 / pairs.baselinePercentile(99),
                "≤ 100",
                p99 <= LONGEST && pairs.errors() == 0));
    }
}
