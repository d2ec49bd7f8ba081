package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static final List<Integer> TASKS = IntStream.range(0, 1000).boxed().toList();

    @Test
    void doesEveryTaskOnce() {
        var done = new ConcurrentLinkedQueue<Integer>();
        new Crew(8, () -> {}).work(TASKS, done::add);
        assertThat(done).containsExactlyInAnyOrderElementsOf(TASKS);
    }

    @Test
    void hasNoMoreCallersThanItMay() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        new Crew(4, () -> {}).work(TASKS, task -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
        });
        assertThat(most).hasValueBetween(1, 4);
    }

    @Test
    void callsAtTheSameTime() {
        var both = new CyclicBarrier(2);
        new Crew(2, () -> {}).work(List.of(1, 2), task -> {
            try {
                both.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(both.isBroken()).isFalse();
    }

    @Test
    void stopsAtTheFirstFailure() {
        var begun = new AtomicInteger();
        assertThatThrownBy(() -> new Crew(2, () -> {}).work(TASKS, task -> {
                    begun.incrementAndGet();
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(begun).hasValueLessThanOrEqualTo(2);
    }
}
