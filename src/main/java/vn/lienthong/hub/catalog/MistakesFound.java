package vn.lienthong.hub.catalog;

import java.util.List;
import vn.lienthong.hub.live.Unsound;

/** Files the hub refuses to start on; every mistake stands on a line of its own as {@code file:line: what}. */
public final class MistakesFound extends Unsound {
    private final transient List<Mistake> found;

    MistakesFound(List<Mistake> found) {
        super(found.stream().map(Mistake::toString).toList());
        this.found = List.copyOf(found);
    }

    /** With all that is known of each. */
    public List<Mistake> found() {
        return found;
    }
}
