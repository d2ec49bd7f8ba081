package vn.lienthong.hub.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.UnitScope;

/**
 * Tells open pages that something changed, and nothing more: each asks for its part again, with its own rights. As long
 * as no page listens, nothing is looked at.
 */
@Component
class News {
    private static final int MOST = 200;
    private static final long LONGEST = Duration.ofMinutes(10).toMillis();

    private final Shifts shifts;
    private final Queue<SseEmitter> listeners = new ConcurrentLinkedQueue<>();
    private volatile int told;

    News(Shifts shifts) {
        this.shifts = shifts;
    }

    /** @throws Refusal when enough pages listen; one that does not hear is as right as when it was opened */
    SseEmitter listen() {
        if (listeners.size() >= MOST) {
            throw new Refusal(ProblemCode.HUB_UNAVAILABLE);
        }
        var listener = new SseEmitter(LONGEST);
        listener.onCompletion(() -> listeners.remove(listener));
        listener.onTimeout(listener::complete);
        listener.onError(broken -> listeners.remove(listener));
        listeners.add(listener);
        return listener;
    }

    @Scheduled(fixedDelayString = "${hub.desk.news-every:PT3S}")
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        var now = shifts.now(UnitScope.EVERYWHERE).lines().hashCode();
        if (now != told) {
            told = now;
            listeners.forEach(listener ->
                    tell(listener, SseEmitter.event().name("changed").data("")));
        } else {
            listeners.forEach(listener -> tell(listener, SseEmitter.event().comment("still here")));
        }
    }

    private void tell(SseEmitter listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.send(event);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }

    /** Open pages must not hold up the end of the hub. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(SseEmitter::complete);
    }
}
