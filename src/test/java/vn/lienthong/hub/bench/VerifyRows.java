package vn.lienthong.hub.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Verifying a citizen, over plain HTTP and through CXF, against a hand-written proxy to the same backend. */
final class VerifyRows {
    private static final String ANSWER = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
            <KetQuaXacThuc xmlns="http://www.mic.gov.vn/dancu/1.0"><TonTai>true</TonTai></KetQuaXacThuc>\
            </soap:Body></soap:Envelope>""";
    static final Map<String, String> BENCH_PACK = Map.of(
            "hub.integration", "src/test/resources/packs/bench/integration",
            "hub.routes", "src/test/resources/packs/bench/routes",
            "hub.mappings", "src/test/resources/packs/bench/mappings");
    private static final double MEGABYTE = 1024 * 1024;
    private static final double GROWTH = 16;

    private final House house;
    private final Effort effort;
    private final Results results;

    VerifyRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        try (var backend = new FixedBackend("text/xml; charset=UTF-8", ANSWER);
                var proxy = proxy(backend);
                var plain = hub("verify-http", backend, BENCH_PACK);
                var cxf = hub("verify-cxf", backend, Map.of())) {
            var byHand = new Load(proxy.port(), 32, 200, new Requests("").questions());
            for (var load : List.of(byHand, plain.asking(32), cxf.asking(32), cxf.asking(32))) {
                load.run(effort.warmUp());
            }
            atOnce("over plain HTTP", plain, proxy, 0.5);
            atOnce("through CXF", cxf, proxy, 0.35);
            backend.delay(Duration.ofMillis(50));
            slow("over plain HTTP", plain, proxy);
            slow("through CXF", cxf, proxy);
            backend.delay(Duration.ofMillis(500));
            slower("over plain HTTP", plain, proxy);
            slower("through CXF", cxf, proxy);
        }
    }

    private RunningProxy proxy(FixedBackend backend) {
        var port = House.free();
        var child = ChildJvm.start(
                house.folder.resolve("proxy.log"),
                House.java(
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandWrittenProxy.class.getName(),
                        Integer.toString(port),
                        "http://localhost:%d/dancu".formatted(backend.port())));
        return new RunningProxy(child.await("http://localhost:%d/ready".formatted(port)), port);
    }

    private record RunningProxy(ChildJvm jvm, int port) implements AutoCloseable {
        Load asking(int callers) {
            return new Load(port, callers, 200, new Requests("").questions());
        }

        @Override
        public void close() {
            jvm.close();
        }
    }

    private RunningHub hub(String name, FixedBackend backend, Map<String, String> pack) {
        var settings = new HashMap<>(pack);
        settings.put("hub.delivery.enabled", "false");
        settings.put("hub.systems.population.url", "http://localhost:%d/dancu".formatted(backend.port()));
        settings.put("hub.systems.population.concurrency", "1024");
        settings.put("hub.systems.plain-population.url", "http://localhost:" + backend.port());
        return house.hub(name, house.database(), settings);
    }

    private void atOnce(String way, RunningHub hub, RunningProxy proxy, double goal) {
        var pairs = pairs("verify at once " + way, hub.asking(32), proxy.asking(32));
        results.ratio("verify a citizen %s, 32 callers".formatted(way), "per s", pairs, goal);
        results.note("… p99", pairs.percentile(99), "ms", pairs.baselinePercentile(99));
    }

    private void slow(String way, RunningHub hub, RunningProxy proxy) {
        var pairs = pairs("verify, 50 ms, " + way, hub.asking(256), proxy.asking(256));
        results.ratio("verify %s, backend 50 ms, 256 callers".formatted(way), "per s", pairs, 0.9);
        results.atMost("… errors", pairs.errors(), "", 0);
    }

    /** Against the ideal of 1,000 callers who wait for nothing but the backend. */
    private void slower(String way, RunningHub hub, RunningProxy proxy) {
        hub.asking(1000).run(effort.round());
        var threads = hub.jvm().threads();
        var heap = hub.jvm().live() / MEGABYTE;
        var pairs = pairs("verify, 500 ms, " + way, hub.asking(1000), proxy.asking(1000));
        var ideal = 1000 / 0.5;
        var share = pairs.value() / ideal;
        results.add(new Results.Row(
                "verify %s, backend 500 ms, 1,000 callers, of the ideal".formatted(way),
                pairs.value(),
                "per s",
                ideal,
                share,
                "≥ 0.90",
                share >= 0.9));
        results.note("… the hand-written proxy", pairs.baseline(), "per s", ideal);
        results.atMost("… errors", pairs.errors(), "", 0);
        results.atMost("… threads more than before", hub.jvm().threads() - threads, "", 8);
        results.atMost("… heap more than before", hub.jvm().live() / MEGABYTE - heap, "MB", GROWTH);
    }

    private Pairs pairs(String name, Load hub, Load proxy) {
        return Pairs.of(effort.rounds(), name, () -> hub.run(effort.round()), () -> proxy.run(effort.round()));
    }
}
