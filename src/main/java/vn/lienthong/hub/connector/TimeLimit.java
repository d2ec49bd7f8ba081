package vn.lienthong.hub.connector;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends calls that take too long. A call runs on its caller's own thread, and one watcher looks at all that run: handing
 * each to a thread of its own, and waiting for that with a timer, costs as much as what a system's answer costs to read.
 */
final class TimeLimit implements AutoCloseable {
    /** How much later than its limit a call may be ended. */
    private static final Duration TICK = Duration.ofMillis(20);

    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("call-limit").daemon().factory());

    TimeLimit() {
        watcher.scheduleWithFixedDelay(this::look, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Makes a call that stops when it is interrupted, as reading from a socket does on a virtual thread and nowhere else.
     *
     * @throws TimeoutException when it was not done within the limit, whatever came of it then
     */
    <T> T hold(Duration limit, Callable<T> call) throws Exception {
        if (Thread.currentThread().isVirtual()) {
            return held(limit, call);
        }
        var task = new FutureTask<>(() -> held(limit, call));
        Thread.ofVirtual().name("call").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception why ? why : e;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private <T> T held(Duration limit, Callable<T> call) throws Exception {
        var mine = new Running(Thread.currentThread(), System.nanoTime() + limit.toNanos());
        running.add(mine);
        try {
            return call.call();
        } finally {
            running.remove(mine);
            mine.end();
        }
    }

    private void look() {
        var now = System.nanoTime();
        for (var each : running) {
            if (each.until - now <= 0) {
                each.interrupt();
            }
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }

    /** A call on its thread. The lock keeps an interrupt from reaching what the thread does after it. */
    private static final class Running {
        private final Thread thread;
        private final long until;
        private boolean late;
        private boolean ended;

        Running(Thread thread, long until) {
            this.thread = thread;
            this.until = until;
        }

        synchronized void interrupt() {
            if (!ended) {
                late = true;
                thread.interrupt();
            }
        }

        synchronized void end() throws TimeoutException {
            ended = true;
            if (late) {
                Thread.interrupted(); // it was meant for the call alone
                throw new TimeoutException();
            }
        }
    }
}
