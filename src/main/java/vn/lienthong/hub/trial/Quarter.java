package vn.lienthong.hub.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All dossiers of the script, in the order in which they were received. The same seed makes the same ones. */
public final class Quarter {
    private final List<Story> stories;

    private Quarter(List<Story> stories) {
        this.stories = stories;
    }

    public static Quarter of(Script script, OfficeRules rules, long seed) {
        var dice = Dice.of(seed);
        var calendar = rules.calendar();
        var end = calendar.closing(script.period().to());
        var receptions = new Receptions(calendar, dice.split())
                .of(script.period(), script.report().received());
        var filings = new Filings(script, rules, dice.split()).of(receptions);
        var fates = new Fates(script, calendar, end, dice.split()).of(filings);
        var registrations = new Registrations(script);
        var courses = new Courses(calendar, end, new Happenings(script));
        return new Quarter(filings.stream()
                .map(filing -> story(filing, fates, registrations, courses))
                .toList());
    }

    private static Story story(Filing filing, Map<Filing, Fate> fates, Registrations registrations, Courses courses) {
        var fate = java.util.Objects.requireNonNull(fates.get(filing));
        var registration = registrations.of(filing);
        var course = courses.of(filing, fate);
        return new Story(
                registration.get("code").asText(),
                filing.procedure().field(),
                filing.channel(),
                filing.dueAt(),
                registration,
                course.events(),
                course.settledAt(),
                fate == Fate.RESTAMPED);
    }

    public List<Story> stories() {
        return stories;
    }

    /** A smaller play: that many of the same dossiers, of each kind about as many as its share. */
    public Quarter sample(int count) {
        if (count >= stories.size()) {
            return this;
        }
        var byKind = new ArrayList<>(stories);
        byKind.sort(Comparator.comparing(Story::restamped)
                .thenComparing(Story::settled)
                .thenComparing(Story::online)
                .thenComparing(Story::field));
        var chosen = new ArrayList<Story>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(byKind.get((int) ((i + 0.5) * stories.size() / count)));
        }
        chosen.sort(Comparator.comparing(
                story -> story.registration().get("receivedAt").asText()));
        return new Quarter(chosen);
    }
}
