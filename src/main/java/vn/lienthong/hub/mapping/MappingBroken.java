package vn.lienthong.hub.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** Mapping files that cannot work; each problem names its file and line. */
public final class MappingBroken extends RuntimeException {
    private final transient List<Problem> found;

    /**
     * @param file relative to the folder of the mappings; empty where there is none
     * @param line counted from 1; 0 where the file as a whole is meant
     * @param column counted from 1; 0 where the line as a whole is meant
     */
    public record Problem(String file, int line, int column, String what) {
        @Override
        public String toString() {
            return file.isEmpty()
                    ? what
                    : line == 0 ? "%s: %s".formatted(file, what) : "%s:%d: %s".formatted(file, line, what);
        }
    }

    MappingBroken(List<Problem> found) {
        super(found.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.found = List.copyOf(found);
    }

    MappingBroken(Problem problem) {
        this(List.of(problem));
    }

    MappingBroken(String what) {
        this(new Problem("", 0, 0, what));
    }

    public List<String> problems() {
        return found.stream().map(Problem::toString).toList();
    }

    /** With the place of each. */
    public List<Problem> found() {
        return found;
    }
}
