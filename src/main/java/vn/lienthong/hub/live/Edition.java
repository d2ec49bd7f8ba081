package vn.lienthong.hub.live;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One set of files as it was read: never changed, followed by another. */
public final class Edition {
    private static final Logger LOG = LoggerFactory.getLogger(Edition.class);
    private static final int CLOSED = -1;

    private final Tree tree;
    private final Map<Class<?>, Object> parts;
    private final Runnable atEnd;
    /** Those who work with it, and one for its being live or about to be. */
    private final AtomicInteger users = new AtomicInteger(1);

    Edition(Tree tree, Map<Class<?>, Object> parts, Runnable atEnd) {
        this.tree = tree;
        this.parts = Map.copyOf(parts);
        this.atEnd = atEnd;
    }

    public Tree tree() {
        return tree;
    }

    public <T> T part(Class<T> type) {
        return type.cast(Objects.requireNonNull(parts.get(type), type.getSimpleName()));
    }

    /** Begins to work with it; false when it has ended. */
    boolean enter() {
        int now = users.get();
        while (now != CLOSED) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
            now = users.get();
        }
        return false;
    }

    /** The last one out ends it. Not on its own time: whoever was last has an answer to give. */
    void leave() {
        if (users.decrementAndGet() == 0 && users.compareAndSet(0, CLOSED)) {
            Thread.ofVirtual().name("edition-end").start(this::end);
        }
    }

    boolean isEnded() {
        return users.get() == CLOSED;
    }

    void end() {
        for (var part : parts.values()) {
            try {
                if (part instanceof AutoCloseable open) {
                    open.close();
                }
            } catch (Exception e) {
                LOG.warn("{} does not end", part.getClass().getSimpleName(), e);
            }
        }
        atEnd.run();
    }
}
