package vn.lienthong.hub.connector;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;

/** Logins that are kept while they last; of many calls that need one, a single call logs in. */
final class Sessions {
    private final InstantSource clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** @param login asks the system; its failure is the caller's to handle and nothing is kept */
    String of(SystemCard card, Supplier<String> login) {
        return slots.computeIfAbsent(card.id(), id -> new Slot()).session(card, login);
    }

    /** Forgets a session that the system no longer knows, unless somebody has already logged in anew. */
    void drop(SystemCard card, @Nullable String session) {
        var slot = slots.get(card.id());
        if (slot != null) {
            slot.drop(session);
        }
    }

    private final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable String session;
        private Instant until = Instant.MIN;

        String session(SystemCard card, Supplier<String> login) {
            lock.lock();
            try {
                var kept = session;
                if (kept != null && clock.instant().isBefore(until)) {
                    return kept;
                }
                var fresh = login.get();
                session = fresh;
                until = clock.instant().plus(java.util.Objects.requireNonNull(card.sessionTtl()));
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
