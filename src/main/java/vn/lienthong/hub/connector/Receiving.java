package vn.lienthong.hub.connector;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.live.Changed;
import vn.lienthong.hub.live.Live;

/**
 * Has the routes that take messages in by themselves do so, those of one edition at a time: the former ones have stopped
 * before the next ones begin, and go on where those stopped.
 */
@Component
final class Receiving implements SmartLifecycle {
    private final Live live;
    private volatile boolean running;

    Receiving(Live live) {
        this.live = live;
    }

    @EventListener
    void follow(Changed changed) {
        if (running) {
            changed.before().part(CamelRoutes.class).rest();
            changed.after().part(CamelRoutes.class).receive();
        }
    }

    @Override
    public void start() {
        running = true;
        live.part(CamelRoutes.class).receive();
    }

    @Override
    public void stop() {
        running = false;
        live.part(CamelRoutes.class).rest();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that calls, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
