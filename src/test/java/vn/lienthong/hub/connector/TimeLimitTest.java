package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final TimeLimit limit = new TimeLimit();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        limit.close();
    }

    @Test
    void answersWhatTheCallAnswers() throws Exception {
        assertThat(limit.hold(LONG, () -> "answer")).isEqualTo("answer");
    }

    @Test
    void failsAsTheCallFails() {
        assertThatThrownBy(() -> limit.hold(LONG, () -> {
                    throw new IllegalStateException("its own");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("its own");
    }

    @Test
    void endsACallThatTakesTooLongAndLetsItsThreadGoOn() throws Exception {
        assertThat(onVirtualThread(() -> {
                    assertThatThrownBy(() -> limit.hold(SHORT, this::waitForEver))
                            .isInstanceOf(TimeoutException.class);
                    return Thread.currentThread().isInterrupted();
                }))
                .isFalse();
    }

    @Test
    void endsACallOfAPlatformThreadToo() {
        assertThatThrownBy(() -> limit.hold(SHORT, this::waitForEver)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void doesNotTakeAnAnswerThatCameTooLate() throws Exception {
        var thread = onVirtualThread(() -> {
            assertThatThrownBy(() -> limit.hold(SHORT, this::answerWhenInterrupted))
                    .isInstanceOf(TimeoutException.class);
            return true;
        });
        assertThat(thread).isTrue();
    }

    @Test
    void leavesAloneWhoeverWasInTime() throws Exception {
        assertThat(onVirtualThread(() -> {
                    limit.hold(Duration.ofMillis(200), () -> "in time");
                    // another call that is ended later shows that the watcher has been around since
                    var later = started(() -> limit.hold(Duration.ofMillis(300), this::waitForEver));
                    assertThatThrownBy(later::get).hasRootCauseInstanceOf(TimeoutException.class);
                    return Thread.currentThread().isInterrupted();
                }))
                .isFalse();
    }

    private String waitForEver() throws InterruptedException {
        never.await();
        return "never";
    }

    private String answerWhenInterrupted() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    private static <T> T onVirtualThread(Callable<T> work) throws Exception {
        return started(work).get();
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}
