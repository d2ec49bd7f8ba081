package vn.lienthong.hub.catalog;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything wrong with what an office wrote into its files, found in one pass so that it can be mended in one. */
public final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    private record Mistake(Path file, int line, String what) {
        @Override
        public String toString() {
            return "%s:%d: %s".formatted(file, line, what);
        }
    }

    /**
     * Notes one more.
     *
     * @param line counted from 1
     */
    public void add(Path file, int line, String what) {
        found.add(new Mistake(file, line, what));
    }

    /**
     * Refuses to go on when there are any.
     *
     * @throws MistakesFound with all of them in the order of files and lines
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MistakesFound(found.stream()
                    .sorted(comparing(Mistake::file).thenComparing(Mistake::line))
                    .map(Mistake::toString)
                    .toList());
        }
    }
}
