package vn.lienthong.hub.mapping;

import java.util.List;

/** Mapping files that cannot work; each problem names its file and line. */
public final class MappingBroken extends RuntimeException {
    private final List<String> problems;

    MappingBroken(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    MappingBroken(String problem) {
        this(List.of(problem));
    }

    public List<String> problems() {
        return problems;
    }
}
