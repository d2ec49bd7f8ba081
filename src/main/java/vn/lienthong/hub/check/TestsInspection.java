package vn.lienthong.hub.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.pack.PackTest;
import vn.lienthong.hub.pack.PackTests;

/** {@code tests.yaml} of one pack. */
final class TestsInspection {
    private final House house;

    TestsInspection(House house) {
        this.house = house;
    }

    void inspect(Path pack, Findings findings) {
        var file = pack.resolve(PackTests.FILE);
        var simulator = pack.resolve("simulator");
        if (!Files.exists(file)) {
            if (Files.isDirectory(simulator)) {
                findings.add(house.card(pack.getFileName().toString()), Rule.TESTS_MISSING);
            }
            return;
        }
        var mistakes = new Mistakes();
        YamlFile.readList(file, mistakes).ifPresent(yaml -> {
            PackTests.of(pack, yaml, mistakes);
            if (mistakes.all().isEmpty()) {
                inspect(pack, yaml, findings);
            }
        });
        findings.add(mistakes);
    }

    private void inspect(Path pack, YamlFile yaml, Findings findings) {
        inspectShows(yaml, findings);
        var system = pack.getFileName().toString();
        var switches = switches(pack.resolve("simulator/faults.yaml"));
        for (int i = 0; i < yaml.tree().size(); i++) {
            var test = yaml.tree().get(i);
            inspectCall(system, yaml, "/" + i, test, findings);
            for (int j = 0; j < test.path("after").size(); j++) {
                inspectCall(
                        system,
                        yaml,
                        "/" + i + "/after/" + j,
                        test.path("after").get(j),
                        findings);
            }
            for (var fault : test.path("faults").properties()) {
                if (!switches.contains(fault.getKey())) {
                    findings.addMisnamed(
                            yaml.keyPlace("/" + i + "/faults/" + fault.getKey()),
                            fault.getKey(),
                            switches,
                            Rule.TESTS_FAULT,
                            fault.getKey());
                }
            }
        }
    }

    private static void inspectShows(YamlFile yaml, Findings findings) {
        var shown = yaml.tree()
                .valueStream()
                .map(test -> test.path("shows").asText())
                .collect(Collectors.toSet());
        Arrays.stream(PackTest.Shows.values())
                .map(show -> show.name().toLowerCase(Locale.ROOT))
                .filter(show -> !shown.contains(show))
                .forEach(show -> findings.add(yaml.place(""), Rule.TESTS_SHOWS, show));
    }

    private void inspectCall(String system, YamlFile yaml, String pointer, JsonNode call, Findings findings) {
        var verb = call.path("call").asText();
        if (!house.routeIds().containsKey(system + "." + verb)) {
            var verbs = house.routeIds().keySet().stream()
                    .filter(id -> id.startsWith(system + "."))
                    .map(id -> id.substring(system.length() + 1))
                    .toList();
            findings.addMisnamed(yaml.place(pointer + "/call"), verb, verbs, Rule.ROUTE_UNKNOWN, system + "." + verb);
        }
        var operation = call.path("operation").asText("");
        var known = house.cards().find(system).map(TestsInspection::operations).orElse(Set.of());
        if (!operation.isEmpty() && !known.isEmpty() && !known.contains(operation)) {
            findings.addMisnamed(yaml.place(pointer + "/operation"), operation, known, Rule.TESTS_OPERATION, operation);
        }
    }

    private static Set<String> operations(SystemCard card) {
        return card.receives().stream().map(SystemCard.Receives::operation).collect(Collectors.toSet());
    }

    private static Set<String> switches(Path faults) {
        return YamlFile.read(faults, new Mistakes())
                .map(yaml -> yaml.tree().properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
