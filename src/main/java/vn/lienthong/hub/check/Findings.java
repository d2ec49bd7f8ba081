package vn.lienthong.hub.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.lienthong.hub.catalog.Mistake;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.Place;

/** What was found so far; several look at once. */
final class Findings {
    private final Queue<Finding> all = new ConcurrentLinkedQueue<>();

    /** About a file as a whole. */
    void add(Path file, Rule rule, Object... subjects) {
        add(new Place(file, 1, 1), rule, subjects);
    }

    void add(Place place, Rule rule, Object... subjects) {
        add(place, Optional.empty(), rule, subjects);
    }

    /** @param known what might have been meant instead of the first subject */
    void addMisnamed(Place place, String wrong, Collection<String> known, Rule rule, Object... subjects) {
        add(place, Nearest.to(wrong, known), rule, subjects);
    }

    private void add(Place place, Optional<String> suggestion, Rule rule, Object... subjects) {
        all.add(new Finding(
                place.file().normalize(),
                place.line(),
                place.column(),
                rule,
                rule.en(subjects),
                rule.vi(subjects),
                suggestion));
    }

    /** What a reader of the hub noted. */
    void add(Mistakes mistakes) {
        mistakes.all().forEach(this::add);
    }

    void add(Mistake mistake) {
        var rule = Words.rule(mistake);
        addMisnamed(
                new Place(mistake.file(), mistake.line(), mistake.column()),
                mistake.subject(),
                mistake.known(),
                rule,
                Words.subjects(rule, mistake));
    }

    List<Finding> sorted() {
        return all.stream().distinct().sorted().toList();
    }
}
