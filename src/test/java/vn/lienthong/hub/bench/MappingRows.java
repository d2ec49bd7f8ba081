package vn.lienthong.hub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Mapping;
import vn.lienthong.hub.mapping.Mappings;
import vn.lienthong.hub.mapping.Xml;
import vn.lienthong.hub.pack.Example;

/**
 * What it costs to say a message in the words of a system, on one core: its golden examples of requests, from the tree that a
 * route gets to the bytes that leave. Of one system the same is written by hand.
 */
final class MappingRows {
    private static final String WRITTEN_BY_HAND = "ministry-one-stop";
    private static final double MICRO = 1e3;

    private final Effort effort;
    private final Results results;
    private final Mappings mappings = new Mappings(
            Path.of("mappings"),
            CodeLists.read(Path.of("mappings/catalogue")),
            InstantSource.fixed(Instant.parse("2025-08-12T09:30:00Z")));
    private long seen;

    MappingRows(Effort effort, Results results) {
        this.effort = effort;
        this.results = results;
    }

    private record Work(Mapping mapping, JsonNode message, Map<String, JsonNode> variables, boolean xml) {
        int bytes() {
            var mapped = mapping.apply(message, variables);
            return (xml ? Xml.write(mapped) : Json.bytes(mapped)).length;
        }
    }

    void measure() {
        requests().forEach(this::measure);
        IO.println("a sum, so that nothing is left out: " + seen);
    }

    private void measure(String system, List<Example> examples) {
        var work = examples.stream().map(this::work).toList();
        var byHand = system.equals(WRITTEN_BY_HAND) ? micros(work, w -> HandWrittenExchange.bytes(w.message())) : null;
        results.note("map a message for " + system, micros(work, Work::bytes), "µs", byHand);
    }

    private Map<String, List<Example>> requests() {
        return Example.all(Path.of("integration")).stream()
                .filter(example -> example.mapping().endsWith(".request"))
                .filter(example -> Files.exists(Path.of("integration", example.system(), "system.yaml")))
                .collect(Collectors.groupingBy(Example::system, TreeMap::new, Collectors.toList()));
    }

    private Work work(Example example) {
        try {
            var message = Json.parse(Files.readAllBytes(example.in()));
            var mapping = mappings.mapping(example.system() + "/" + example.mapping());
            return new Work(mapping, message, example.variables(message), example.isXml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The median of the rounds; every message as often as the others. */
    private double micros(List<Work> work, ToIntFunction<Work> made) {
        perMessage(work, made, effort.warmUp().dividedBy(10));
        var rounds = IntStream.range(0, effort.rounds())
                .mapToDouble(round -> perMessage(work, made, effort.round().dividedBy(5)))
                .sorted()
                .toArray();
        return rounds[rounds.length / 2];
    }

    private double perMessage(List<Work> work, ToIntFunction<Work> made, Duration atLeast) {
        var begun = System.nanoTime();
        long messages = 0;
        do {
            seen += work.stream().mapToInt(made).sum();
            messages += work.size();
        } while (System.nanoTime() - begun < atLeast.toNanos());
        return (System.nanoTime() - begun) / MICRO / messages;
    }
}
