package vn.lienthong.hub.connector;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Logins that are kept while they last; of many calls that need one, a single call logs in. */
final class Sessions {
    private final InstantSource clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param where the name of the system or platform that knows the session
     * @param login asks it; its failure is the caller's to handle and nothing is kept
     */
    String of(String where, Duration ttl, Supplier<String> login) {
        return slots.computeIfAbsent(where, id -> new Slot()).session(ttl, login);
    }

    /** Forgets every session of a system, and of platforms on the way to it. */
    void forget(String system) {
        slots.keySet().removeIf(where -> where.equals(system) || where.startsWith(system + "@"));
    }

    /** Forgets a session that is no longer known there, unless somebody has already logged in anew. */
    void drop(String where, @Nullable String session) {
        var slot = slots.get(where);
        if (slot != null) {
            slot.drop(session);
        }
    }

    private final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable String session;
        private Instant until = Instant.MIN;

        String session(Duration ttl, Supplier<String> login) {
            lock.lock();
            try {
                var kept = session;
                if (kept != null && clock.instant().isBefore(until)) {
                    return kept;
                }
                var fresh = login.get();
                session = fresh;
                until = clock.instant().plus(ttl);
                return fresh;
            } finally {
                lock.unlock();
            }
        }

        void drop(@Nullable String stale) {
            lock.lock();
            try {
                if (stale != null && stale.equals(session)) {
                    session = null;
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
