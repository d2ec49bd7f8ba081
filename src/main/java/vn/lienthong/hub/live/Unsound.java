package vn.lienthong.hub.live;

import java.util.List;

/** Files that the hub cannot run by; every mistake stands on a line of its own as {@code file:line: what}. */
public class Unsound extends RuntimeException {
    private final List<String> mistakes;

    public Unsound(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public final List<String> mistakes() {
        return mistakes;
    }
}
