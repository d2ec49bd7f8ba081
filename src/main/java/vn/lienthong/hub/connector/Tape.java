package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.OutcomeRule;

/**
 * What one call of a route did, while it does it: what mappings made, and what went over the wire. The call may be given
 * up while it still runs, so whoever reads sees what is there by then.
 */
public final class Tape {
    /** The tape of the call that runs on this thread. */
    private static final ScopedValue<Tape> RUNNING = ScopedValue.newInstance();

    private final int limit;
    private final boolean signIn;
    private final Kept kept;

    /** @param limit bytes of each body that are kept */
    public Tape(int limit) {
        this(limit, false, new Kept());
    }

    private Tape(int limit, boolean signIn, Kept kept) {
        this.limit = limit;
        this.signIn = signIn;
        this.kept = kept;
    }

    /** What all tapes of one call share. */
    private static final class Kept {
        private final List<Mapped> mapped = new ArrayList<>();
        private final List<WireCall> calls = new ArrayList<>();
        private final Set<OutcomeRule> rules = new LinkedHashSet<>();
        private final Set<String> secrets = new LinkedHashSet<>();
    }

    /**
     * What a mapping made.
     *
     * @param as what became of it: {@code json}, {@code xml}, {@code form}, or {@code tree} for a reply
     */
    public record Mapped(String mapping, String as, JsonNode result) {}

    static @Nullable Tape running() {
        return RUNNING.isBound() ? RUNNING.get() : null;
    }

    <T> T run(ScopedValue.CallableOp<T, Exception> call) throws Exception {
        return ScopedValue.where(RUNNING, this).call(call);
    }

    /** The same tape for a login on the way: it shows that there was one, and nothing of what was said. */
    Tape ofSignIn() {
        return new Tape(0, true, kept);
    }

    /** What must not be found in anything that is kept. */
    void hide(@Nullable String secret) {
        if (secret != null) {
            synchronized (kept) {
                kept.secrets.add(secret);
            }
        }
    }

    void mapped(String mapping, MapAs as, JsonNode result) {
        if (!signIn && as != MapAs.HEADERS) { // headers are how credentials travel
            synchronized (kept) {
                kept.mapped.add(new Mapped(mapping, as.name().toLowerCase(java.util.Locale.ROOT), result));
            }
        }
    }

    void readBy(OutcomeRule rule) {
        synchronized (kept) {
            kept.rules.add(rule);
        }
    }

    WireCall begin(String method, String path) {
        var call = new WireCall(signIn, method, path, limit);
        synchronized (kept) {
            kept.calls.add(call);
        }
        return call;
    }

    public List<Mapped> mapped() {
        synchronized (kept) {
            return List.copyOf(kept.mapped);
        }
    }

    /** In their order; a body that still comes in is shown as far as it has come. */
    public List<WireCall> calls() {
        synchronized (kept) {
            return List.copyOf(kept.calls);
        }
    }

    /** The rules of the card that answers were read by. */
    public Set<OutcomeRule> rules() {
        synchronized (kept) {
            return Set.copyOf(kept.rules);
        }
    }

    /** Credentials, sessions and tokens that the call was made with. */
    public Set<String> secrets() {
        synchronized (kept) {
            return Set.copyOf(kept.secrets);
        }
    }
}
