package vn.lienthong.hub.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Times;

/** Due times on one core: receptions at any moment of two years and a half, by every rule of the catalogue. */
final class DeadlineRows {
    private static final double GOAL = 1_000_000;
    private static final double SECOND = 1e9;
    private static final int RECEPTIONS = 1 << 16;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 910;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final Effort effort;
    private final Results results;
    private final Deadlines deadlines = new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));
    private long seen;

    DeadlineRows(Effort effort, Results results) {
        this.effort = effort;
        this.results = results;
    }

    private record Reception(Procedure procedure, String channel, OffsetDateTime at) {}

    void measure() {
        var receptions = receptions();
        perSecond(receptions, effort.warmUp());
        var rounds = IntStream.range(0, effort.rounds())
                .mapToDouble(round -> perSecond(receptions, effort.round()))
                .sorted()
                .toArray();
        results.atLeast("due times reckoned, one core", rounds[rounds.length / 2], "per s", GOAL);
        IO.println("a sum, so that nothing is left out: " + seen);
    }

    /** The same ones in every run. */
    private static Reception[] receptions() {
        var random = new Random(2025);
        var procedures = Procedures.read(Path.of("mappings/catalogue/procedures.yaml")).all().stream()
                .filter(procedure -> procedure.ruleOn(FIRST).isPresent())
                .toList();
        return IntStream.range(0, RECEPTIONS)
                .mapToObj(n -> reception(procedures, random))
                .toArray(Reception[]::new);
    }

    private static Reception reception(List<Procedure> procedures, Random random) {
        var at = Times.startOf(FIRST.plusDays(random.nextInt(DAYS))).plusSeconds(random.nextInt(SECONDS_OF_A_DAY));
        return new Reception(
                procedures.get(random.nextInt(procedures.size())),
                List.of("counter", "post", "online").get(random.nextInt(3)),
                random.nextInt(4) == 0 ? at.withOffsetSameInstant(ZoneOffset.UTC) : at);
    }

    private double perSecond(Reception[] receptions, Duration atLeast) {
        var begun = System.nanoTime();
        long made = 0;
        do {
            seen += Arrays.stream(receptions).mapToLong(this::due).sum();
            made += receptions.length;
        } while (System.nanoTime() - begun < atLeast.toNanos());
        return made / ((System.nanoTime() - begun) / SECOND);
    }

    private long due(Reception reception) {
        return deadlines
                .due(reception.procedure, reception.channel, reception.at)
                .dueAt()
                .toEpochSecond();
    }
}
