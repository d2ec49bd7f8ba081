package vn.lienthong.hub.live;

import java.lang.ScopedValue.CallableOp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one reference to what this node runs by. Whoever asks for a part gets that of the live edition, or of the edition
 * that the work at hand {@link #hold holds}: what was begun under one edition ends under it.
 */
@Component
public final class Live implements SmartInitializingSingleton, DisposableBean {
    private final Tree installation;
    private final ObjectProvider<Part<?>> parts;
    private final ObjectProvider<Beginning> beginning;
    private final ApplicationEventPublisher events;
    private final ScopedValue<Edition> held = ScopedValue.newInstance();
    private volatile @Nullable Running running;

    Live(
            Tree installation,
            ObjectProvider<Part<?>> parts,
            ObjectProvider<Beginning> beginning,
            ApplicationEventPublisher events) {
        this.installation = installation;
        this.parts = parts;
        this.beginning = beginning;
        this.events = events;
    }

    /** A hub that has nothing sound to run by does not start. */
    @Override
    public void afterSingletonsInstantiated() {
        running();
    }

    public Running running() {
        var now = running;
        return now == null ? begin() : now;
    }

    private synchronized Running begin() {
        var now = running;
        if (now == null) {
            now = beginning.getIfAvailable(() -> Live::byTheFolder).begin(this);
            running = now;
        }
        return now;
    }

    /** A hub that keeps no editions. */
    private static Running byTheFolder(Live live) {
        return new Running(0, Instant.EPOCH, live.read(live.installation, () -> {}));
    }

    public <T> T part(Class<T> type) {
        return (held.isBound() ? held.get() : running().edition()).part(type);
    }

    /** Does the work under one edition, whatever becomes live meanwhile. */
    public <R, X extends Throwable> R hold(CallableOp<R, X> work) throws X {
        if (held.isBound()) {
            return work.call();
        }
        var edition = enter();
        try {
            return ScopedValue.where(held, edition).call(work);
        } finally {
            edition.leave();
        }
    }

    private Edition enter() {
        while (true) {
            var edition = running().edition();
            if (edition.enter()) {
                return edition;
            }
            Thread.onSpinWait(); // ended between the two lines: there is another one
        }
    }

    /**
     * Reads files as an edition that nobody runs by yet.
     *
     * @param atEnd done when it is used no more, or cannot be read
     * @throws Unsound with every mistake of the files
     */
    public Edition read(Tree tree, Runnable atEnd) {
        List<Part<?>> all = parts.stream().toList();
        return new Reading(tree, all).edition(atEnd);
    }

    /** Lets an edition go that was read and is not wanted. */
    public void drop(Edition edition) {
        edition.leave();
    }

    /** From now on this one, unless a later one is live already. */
    public synchronized void change(Running next) {
        var before = running();
        if (next.number() <= before.number()) {
            next.edition().leave();
            return;
        }
        running = next;
        try {
            events.publishEvent(new Changed(before.edition(), next.edition()));
        } finally {
            before.edition().leave();
        }
    }

    @Override
    public void destroy() {
        var last = running;
        if (last != null && !last.edition().isEnded()) {
            last.edition().end();
        }
    }
}
