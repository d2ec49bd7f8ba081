package vn.lienthong.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class GroupCommitTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final String BAD = "bad";

    private final List<List<String>> commits = new CopyOnWriteArrayList<>();
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile Function<List<String>, List<String>> rule = items -> items;
    private final GroupCommit<String, String> group = new GroupCommit<>("test", 4, this::commit);

    private List<String> commit(List<String> items) {
        began.countDown();
        waitFor(gate);
        commits.add(items);
        return rule.apply(items);
    }

    private void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            // the writer is asked to stop, and nothing holds it any longer
            gate.countDown();
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        gate.countDown();
        group.close();
    }

    /** The first holds the writer, so that all others wait together. */
    private List<CompletableFuture<String>> submit(String... items) {
        var first = group.submit("first");
        waitFor(began);
        var all = List.of(items).stream().map(group::submit).toList();
        gate.countDown();
        assertThat(first).succeedsWithin(SOON);
        return all;
    }

    @Test
    void commitsWhatWaitsTogetherAndInOrder() {
        var all = submit("a", "b", "c", "d", "e");

        all.forEach(one -> assertThat(one).succeedsWithin(SOON));
        assertThat(commits).containsExactly(List.of("first"), List.of("a", "b", "c", "d"), List.of("e"));
    }

    @Test
    void makesNobodyWaitWhoComesAloneAndLetsTheNextOnesShareACommit() {
        gate.countDown();
        var spaced = new GroupCommit<String, String>("spaced", 4, A_WHILE, Duration.ZERO, this::commit);
        assertThat(spaced.submit("alone")).succeedsWithin(SOON);

        var next = List.of(spaced.submit("a"), spaced.submit("b"));
        assertThat(next).noneMatch(CompletableFuture::isDone);
        spaced.close();

        next.forEach(one -> assertThat(one).succeedsWithin(SOON));
        assertThat(commits).containsExactly(List.of("alone"), List.of("a", "b"));
    }

    @Test
    void commitsWhatIsHandedInAheadTogetherOnceOneOfThemIsWaitedFor() {
        gate.countDown();
        try (var patient = new GroupCommit<String, String>("patient", 4, Duration.ZERO, A_WHILE, this::commit)) {
            var all = Stream.of("a", "b", "c").map(patient::submitAhead).toList();
            assertThat(commits).isEmpty();

            assertThat(CompletableFuture.supplyAsync(all.getLast()::join))
                    .succeedsWithin(SOON)
                    .isEqualTo("c");
            assertThat(commits).containsExactly(List.of("a", "b", "c"));
            assertThat(all.getFirst().join()).isEqualTo("a");
        }
    }

    @Test
    void lettingOthersJoinMakesNobodyWaitWhoWaitsAlready() {
        gate.countDown();
        try (var patient = new GroupCommit<String, String>("patient", 4, Duration.ZERO, A_WHILE, this::commit)) {
            var ahead = patient.submitAhead("a");

            assertThat(patient.submit("b")).succeedsWithin(SOON);
            assertThat(ahead.join()).isEqualTo("a");
            // more than a batch, and it is one of the last that is waited for
            var all = Stream.of("1", "2", "3", "4", "5", "6")
                    .map(patient::submitAhead)
                    .toList();
            assertThat(CompletableFuture.supplyAsync(all.getLast()::join)).succeedsWithin(SOON);
        }
    }

    @Test
    void writesWhatNobodyWaitsFor() {
        gate.countDown();
        try (var hasty =
                new GroupCommit<String, String>("hasty", 4, Duration.ZERO, Duration.ofMillis(1), this::commit)) {
            hasty.submitAhead("a");

            waitFor(began);
        }
        assertThat(commits).containsExactly(List.of("a"));
    }

    @Test
    void letsOneBadItemFailAlone() {
        rule = items -> {
            if (items.contains(BAD)) {
                throw new DuplicateKeyException("twice");
            }
            return items;
        };
        var all = submit("a", BAD, "c");

        assertThat(all.get(0)).succeedsWithin(SOON).isEqualTo("a");
        assertThat(all.get(2)).succeedsWithin(SOON).isEqualTo("c");
        assertThat(all.get(1)).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void looksOnceMoreAtWhatAnotherNodeWasFasterWith() {
        rule = items -> {
            if (items.contains(BAD) && commits.size() < 4) {
                throw new CannotAcquireLockException("deadlock");
            }
            return items;
        };
        var all = submit(BAD, "b");

        assertThat(all.get(0)).succeedsWithin(SOON).isEqualTo(BAD);
        assertThat(all.get(1)).succeedsWithin(SOON).isEqualTo("b");
    }

    @Test
    void failsAllTogetherWhenTheDatabaseIsGoneAndGoesOn() {
        rule = items -> {
            if (!items.contains("first")) {
                throw new DataAccessResourceFailureException("gone");
            }
            return items;
        };
        var all = submit("a", "b");
        all.forEach(one -> assertThat(one).failsWithin(SOON));
        assertThat(commits).hasSize(2);

        rule = items -> items;
        assertThat(group.submit("c")).succeedsWithin(SOON).isEqualTo("c");
    }

    @Test
    void writesWhatWaitsBeforeItStops() {
        var first = group.submit("first");
        waitFor(began);
        var all = IntStream.range(0, 9).mapToObj(n -> group.submit("n" + n)).toList();
        group.close();

        assertThat(first).isCompleted();
        assertThat(all).allSatisfy(one -> assertThat(one).isCompleted());
    }

    @Test
    void leavesNobodyWaitingWhoComesAfterItStopped() {
        gate.countDown();
        group.close();

        assertThatThrownBy(() -> group.submit("late").get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
