package vn.lienthong.hub.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which calls are looked at: of each sort one, then none for a while. */
public final class Sampling<S> {
    private final int most;
    private final Map<S, Instant> next = new ConcurrentHashMap<>();

    /** @param most sorts; of further ones nothing is taken */
    public Sampling(int most) {
        this.most = most;
    }

    /** @param pause until the next of the sort may be taken */
    public boolean take(S sort, Instant at, Duration pause) {
        var due = next.get(sort);
        if (due != null && at.isBefore(due) || due == null && next.size() >= most) {
            return false;
        }
        next.put(sort, at.plus(pause));
        return true;
    }
}
