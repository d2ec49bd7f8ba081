package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.trial.Script;
import vn.lienthong.hub.trial.Story;

/** What came of a trial, beside what should. All counts are of dossiers. */
final class Outcome {
    /**
     * @param part whether it is some of those counted above it
     * @param expected what the report counts, or, of a smaller play, what was planned
     */
    record Count(String what, boolean part, long seen, long expected) {
        Count(String what, long seen, long expected) {
            this(what, false, seen, expected);
        }

        Count asPart() {
            return new Count(what, true, seen, expected);
        }

        boolean isEqual() {
            return seen == expected;
        }
    }

    /** Of the dossiers that a system must know, how many it does. */
    record Leg(
            String system,
            long due,
            long delivered,
            long refused,
            long parked,
            long open,
            @Nullable Long expected) {
        boolean isEqual() {
            return expected == null || (due == expected && delivered == expected);
        }
    }

    private final Script script;
    private final List<Story> stories;
    private final List<Reading> readings;
    private final Played played;
    private final RestampSimulator.@Nullable Shown shown;

    Outcome(
            Script script,
            List<Story> stories,
            Played played,
            List<Reading> readings,
            RestampSimulator.@Nullable Shown shown) {
        this.script = script;
        this.stories = stories;
        this.readings = readings;
        this.played = played;
        this.shown = shown;
    }

    String title() {
        return script.title();
    }

    Played played() {
        return played;
    }

    /** Whether the whole quarter was played, so that the report's own counts are met. */
    boolean isWhole() {
        return stories.size() == script.report().received();
    }

    List<Count> counts() {
        var counts = new ArrayList<Count>();
        counts.add(new Count("dossiers received", readings.size(), stories.size()));
        counts.add(count("online", r -> r.channel().equals("online"), Story::online)
                .asPart());
        counts.add(count("at the counter or by post", r -> !r.channel().equals("online"), s -> !s.online())
                .asPart());
        counts.add(count("settled", Reading::settled, Story::settled));
        counts.add(count("before they were due", Reading::settledInTime, Story::settledInTime)
                .asPart());
        counts.add(count("open", r -> !r.settled(), s -> !s.settled()));
        counts.add(new Count(
                "entries in the ledger",
                readings.stream().mapToLong(Reading::entries).sum(),
                stories.stream().mapToLong(Story::messages).sum()));
        if (shown != null) {
            counts.addAll(restarted(shown));
        }
        return counts;
    }

    private Count count(String what, Predicate<Reading> seen, Predicate<Story> expected) {
        return new Count(
                what,
                readings.stream().filter(seen).count(),
                stories.stream().filter(expected).count());
    }

    private List<Count> restarted(RestampSimulator.Shown by) {
        var system = script.restamp().system();
        var counts = new ArrayList<Count>();
        counts.add(count("clock restarted by " + system, r -> r.restampedBy(system), Story::restamped));
        if (!hasForgotten()) {
            var ours = stories.stream()
                    .map(Story::code)
                    .filter(by.overdue()::contains)
                    .count();
            var planned = stories.stream().filter(Story::restamped).count();
            counts.add(new Count("shown overdue there", true, ours, planned));
        }
        return counts;
    }

    /** A simulator keeps nothing from run to run; then it cannot be asked what it shows. */
    boolean hasForgotten() {
        return shown != null
                && shown.known() < leg(script.restamp().system(), null).delivered();
    }

    List<Leg> legs() {
        return readings.stream()
                .flatMap(reading -> reading.legs().keySet().stream())
                .distinct()
                .sorted()
                .map(system -> leg(system, expected(system)))
                .toList();
    }

    private @Nullable Long expected(String system) {
        return script.systems().stream()
                .filter(recipient -> recipient.id().equals(system))
                .findFirst()
                .map(recipient -> stories.stream().filter(recipient::mustKnow).count())
                .orElse(null);
    }

    private Leg leg(String system, @Nullable Long expected) {
        long delivered = inState(system, "DELIVERED");
        long refused = inState(system, "REFUSED");
        long parked = inState(system, "PARKED");
        long due = readings.stream().filter(r -> r.legs().containsKey(system)).count();
        return new Leg(system, due, delivered, refused, parked, due - delivered - refused - parked, expected);
    }

    private long inState(String system, String state) {
        return readings.stream()
                .map(reading -> reading.legs().get(system))
                .filter(leg -> leg != null && leg.state().equals(state))
                .count();
    }

    boolean isEqual() {
        return played.refusals().isEmpty()
                && counts().stream().allMatch(Count::isEqual)
                && missing().isEmpty()
                && legs().stream().allMatch(Leg::isEqual);
    }

    /** Systems that should know dossiers and of which the hub says nothing. */
    List<String> missing() {
        var seen = legs().stream().map(Leg::system).toList();
        return script.systems().stream()
                .filter(recipient -> stories.stream().anyMatch(recipient::mustKnow))
                .map(Script.Recipient::id)
                .filter(id -> !seen.contains(id))
                .toList();
    }

    JsonNode json() {
        var json = Json.MAPPER.createObjectNode().put("title", title()).put("equal", isEqual());
        json.putPOJO("messages", played).putPOJO("counts", counts()).putPOJO("systems", legs());
        json.putPOJO("missing", missing()).put("whole", isWhole()).put("simulatorHasForgotten", hasForgotten());
        return json;
    }
}
