package vn.lienthong.hub.bench;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Measures the hub beside hand-written baselines and writes {@code target/bench/results.json} and {@code results.md}.
 * It asserts nothing about time: whether a goal is met is a column of the table.
 *
 * <p>{@code -Dbench.short} shows in a few minutes that everything runs; {@code -Dbench.rows=accept,drain} measures some.
 */
class SpineBench {
    private final Path folder = Path.of("target/bench");
    private final Effort effort = Effort.asked();
    private final Results results = new Results(folder);

    @Test
    void measuresTheSpine() {
        rows("deadline", () -> new DeadlineRows(effort, results).measure());
        rows("mapping", () -> new MappingRows(effort, results).measure());
        try (var house = new House(folder)) {
            rows("accept", () -> new AcceptRows(house, effort, results).measure());
            rows("verify", () -> new VerifyRows(house, effort, results).measure());
            rows("drain", () -> new DrainRows(house, effort, results).measure());
            rows("through", () -> new ThroughRows(house, effort, results).measure());
            rows("memory", () -> new MemoryRows(house, effort, results).measure());
            rows("files", () -> new FileRows(house, effort, results).measure());
            rows("reconcile", () -> new ReconcileRows(house, effort, results).measure());
            rows("desk", () -> new DeskRows(house, effort, results).measure());
            rows("start", () -> new StartRows(house, effort, results).measure());
        }
        IO.println();
        IO.println(results.markdown());
    }

    private static void rows(String name, Runnable measuring) {
        if (System.getProperty("bench.rows", name).contains(name)) {
            measuring.run();
        }
    }

    /** Without JUnit, for who has the class path at hand. */
    public static void main(String[] args) {
        new SpineBench().measuresTheSpine();
    }
}
