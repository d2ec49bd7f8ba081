package vn.lienthong.hub.catalog;

import java.util.List;
import vn.lienthong.hub.live.Unsound;

/** Files the hub refuses to start on; every mistake stands on a line of its own as {@code file:line: what}. */
public final class MistakesFound extends Unsound {
    MistakesFound(List<String> mistakes) {
        super(mistakes);
    }
}
