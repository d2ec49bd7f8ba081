package vn.lienthong.hub.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A bounded number of callers that do one task after the other, in the order of the list. */
final class Crew {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final int callers;
    private final Runnable meanwhile;

    /** @param meanwhile done now and then while the callers work */
    Crew(int callers, Runnable meanwhile) {
        this.callers = callers;
        this.meanwhile = meanwhile;
    }

    /** Does all tasks; when one fails, begins no further one and throws what it threw. */
    <T> void work(List<T> tasks, Consumer<T> task) {
        var next = new AtomicInteger();
        var failed = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = java.util.stream.IntStream.range(0, Math.min(callers, tasks.size()))
                    .mapToObj(caller -> threads.submit(() -> {
                        for (int i = next.getAndIncrement();
                                i < tasks.size() && !failed.get();
                                i = next.getAndIncrement()) {
                            oneOf(tasks, i, task, failed);
                        }
                    }))
                    .toList();
            running.forEach(this::await);
        }
    }

    private static <T> void oneOf(List<T> tasks, int index, Consumer<T> task, AtomicBoolean failed) {
        try {
            task.accept(tasks.get(index));
        } catch (RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    private void await(Future<?> caller) {
        while (true) {
            try {
                caller.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                meanwhile.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            }
        }
    }
}
