package vn.lienthong.hub.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Everything wrong with what an office wrote into its files, found in one pass so that it can be mended in one. */
public final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    /**
     * Notes one more.
     *
     * @param line counted from 1
     */
    public void add(Path file, int line, String what) {
        add(new Mistake(file, line, 1, Mistake.Kind.RULE, "", what, List.of()));
    }

    public void add(Mistake mistake) {
        found.add(mistake);
    }

    /**
     * What could be made of each, in the same order; several are looked at together, and each notes what is wrong with it
     * apart from the others.
     */
    public <T, R> List<R> ofEach(Collection<T> all, BiFunction<T, Mistakes, Optional<R>> reader) {
        var read = all.parallelStream()
                .map(one -> {
                    var noted = new Mistakes();
                    return new Read<>(reader.apply(one, noted), noted.found);
                })
                .toList();
        read.forEach(one -> found.addAll(one.noted));
        return read.stream().map(Read::value).flatMap(Optional::stream).toList();
    }

    private record Read<R>(Optional<R> value, List<Mistake> noted) {}

    /** In the order of files and lines. */
    public List<Mistake> all() {
        return found.stream().sorted().toList();
    }

    /**
     * Refuses to go on when there are any.
     *
     * @throws MistakesFound with all of them in the order of files and lines
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MistakesFound(all());
        }
    }
}
