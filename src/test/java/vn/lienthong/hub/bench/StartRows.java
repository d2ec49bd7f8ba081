package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** From the start of the process to the first answer that it is ready. */
final class StartRows {
    private static final double LOCAL = 25;
    private static final double PRODUCTION = 10;

    private final House house;
    private final Effort effort;
    private final Results results;

    StartRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var database = house.database();
        Supplier<RunningHub> jar = () -> house.hub("start", database, Map.of());
        jar.get().close(); // the schema is there from now on
        results.atMost("production jar ready", seconds(jar), "s", PRODUCTION);
        results.atMost("production jar ready, with an AOT cache", seconds(trained(database)), "s", PRODUCTION);
        results.atMost("local run ready, data kept", local(), "s", LOCAL);
    }

    private double seconds(Supplier<RunningHub> start) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < effort.rounds(); i++) {
            var begin = System.nanoTime();
            try (var hub = start.get()) {
                times.add((System.nanoTime() - begin) / 1e9);
            }
        }
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** The jar taken apart, and a cache of its classes from one training run. */
    private Supplier<RunningHub> trained(String database) {
        var folder = house.folder.resolve("extracted").toAbsolutePath();
        var cache = house.folder.resolve("hub.aot").toAbsolutePath();
        ChildJvm.start(
                        house.folder.resolve("extract.log"),
                        List.of(
                                "-Djarmode=tools",
                                "-jar",
                                "target/hub.jar",
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString()))
                .join();
        var jar = folder.resolve("hub.jar").toString();
        house.hub("train", database, Map.of(), House.java("-XX:AOTCacheOutput=" + cache, "-jar", jar))
                .jvm()
                .stop();
        return () -> house.hub("aot", database, Map.of(), House.java("-XX:AOTCache=" + cache, "-jar", jar));
    }

    /** With folders of its own, so that no developer's data is touched; the first run makes them. */
    private double local() {
        var home = house.folder.resolve("home").toAbsolutePath();
        try {
            Files.createDirectories(home);
            for (var name : List.of("integration", "routes", "mappings")) {
                var link = home.resolve(name);
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, Path.of(name).toAbsolutePath());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        local(home).close();
        var begin = System.nanoTime();
        try (var hub = local(home)) {
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private ChildJvm local(Path home) {
        var management = House.free();
        return ChildJvm.start(
                        house.folder.resolve("local.log"),
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                "vn.lienthong.hub.local.LocalHub",
                                "--hub.home=" + home,
                                "--hub.local.folder=" + home.resolve(".local"),
                                "--server.port=" + House.free(),
                                "--management.server.port=" + management))
                .await("http://localhost:%d/actuator/health/readiness".formatted(management));
    }
}
