package vn.lienthong.hub.catalog;

import java.util.List;

/** Files the hub refuses to start on; every mistake stands on a line of its own as {@code file:line: what}. */
public final class MistakesFound extends RuntimeException {
    private final List<String> mistakes;

    MistakesFound(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
