package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.connector.WireCall;

/** The cases of packs, each by the real routes against a simulator that is calm and has forgotten everything before. */
final class CaseTests {
    private static final int SHOWN = 300;

    private final PlayedPacks packs;

    CaseTests(PlayedPacks packs) {
        this.packs = packs;
    }

    TestResult of(String system, PackTest test) {
        var begin = System.nanoTime();
        var tape = new Tape(SHOWN);
        var differences = differences(system, test, tape);
        return new TestResult(
                system,
                null,
                test.shows(),
                test.name(),
                test.place(),
                differences,
                tape.rules(),
                tape.calls().stream().map(CaseTests::line).toList(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private List<Difference> differences(String system, PackTest test, Tape tape) {
        var simulator = packs.simulator(system);
        simulator.calm();
        simulator.forget();
        var differences = new ArrayList<Difference>();
        for (var before : test.after()) {
            var outcome =
                    before.make(packs.connector(), packs.card(system), tape).word();
            if (!outcome.equals("acknowledged")) {
                differences.add(new Difference("/after/" + test.after().indexOf(before), "acknowledged", outcome));
            }
        }
        test.faults().forEach((fault, value) -> set(simulator, fault, value, differences));
        differences.addAll(test.expect().missedBy(test.call().make(packs.connector(), packs.card(system), tape)));
        return differences;
    }

    private static void set(PlayedSystem simulator, String fault, JsonNode value, List<Difference> differences) {
        try {
            simulator.fault(fault, value);
        } catch (IllegalArgumentException e) {
            differences.add(
                    new Difference("/faults/" + fault, "a switch of the simulator", String.valueOf(e.getMessage())));
        }
    }

    private static String line(WireCall call) {
        var answer = new String(call.answer().bytes(), StandardCharsets.UTF_8).strip();
        return "%s %s → %s %s"
                .formatted(
                        call.method(),
                        call.path(),
                        call.status() == null ? "no answer" : call.status(),
                        answer.replaceAll("\\s+", " "))
                .strip();
    }
}
