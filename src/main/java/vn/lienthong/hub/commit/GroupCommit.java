package vn.lienthong.hub.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * One writer commits what many callers hand in, all that waits at a time together, in the order of arrival. A commit to
 * disk costs the same for one as for a hundred, so callers who come together share it; nobody waits for a batch to
 * fill, only for the commit before to be a while ago. What is handed in ahead of being waited for shares it with
 * those who come meanwhile.
 *
 * <p>A caller's future completes after the commit. When a batch breaks a rule of the database (another node was
 * faster), its items are tried again one by one, so that one bad item fails alone.
 */
public final class GroupCommit<T, R> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final BlockingQueue<Waiting<T, R>> queue;
    private final Function<List<T>, List<R>> commit;
    private final int batch;
    private final long apart;
    private final long ahead;
    private final Thread writer;
    private long committed;
    /** Somebody waits for what is in the queue. */
    private volatile boolean urged;

    private volatile boolean writing;
    private volatile boolean closed;

    /** Commits as soon as the commit before is done. */
    public GroupCommit(String name, int batch, Function<List<T>, List<R>> commit) {
        this(name, batch, Duration.ZERO, Duration.ZERO, commit);
    }

    /**
     * @param apart from the end of a commit to the next, at least; a caller who comes alone waits for nothing
     * @param ahead how long what was handed in ahead may wait for others, as long as nobody waits for any of them
     * @param commit writes a batch in one transaction and answers one result per item, in order
     */
    public GroupCommit(String name, int batch, Duration apart, Duration ahead, Function<List<T>, List<R>> commit) {
        this.batch = batch;
        this.apart = apart.toNanos();
        this.ahead = ahead.toNanos();
        this.committed = System.nanoTime() - this.apart;
        this.commit = commit;
        this.queue = new ArrayBlockingQueue<>(batch * 16);
        this.writer = Thread.ofPlatform().name("commit-" + name).daemon().start(this::run);
    }

    /** What was handed in and is waited for later. */
    @FunctionalInterface
    public interface Ahead<R> {
        /** Waits for its commit, which waits for nothing from now on. */
        R join();
    }

    /** Waits only while the queue is full, which is how callers feel that the database is slow. */
    public CompletableFuture<R> submit(T item) {
        var result = enqueue(item);
        urge();
        return result;
    }

    /**
     * As {@link #submit}, for who has something else to do before it waits: those who come meanwhile share the commit. It
     * is written in the end whether anybody waits or not.
     */
    public Ahead<R> submitAhead(T item) {
        var result = enqueue(item);
        return () -> {
            if (!result.isDone()) {
                urge();
            }
            return result.join();
        };
    }

    /** Whether something handed in is not committed yet. */
    public boolean isBusy() {
        return writing || !queue.isEmpty();
    }

    private void urge() {
        if (!urged) {
            urged = true;
            LockSupport.unpark(writer);
        }
    }

    private CompletableFuture<R> enqueue(T item) {
        var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
        try {
            queue.put(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.result.completeExceptionally(e);
        }
        if (closed) {
            drainClosed();
        }
        return waiting.result;
    }

    private void run() {
        var items = new ArrayList<Waiting<T, R>>(batch);
        while (!closed || !queue.isEmpty()) {
            try {
                items.add(queue.take());
                writing = true;
                gather(items);
                write(items);
                committed = System.nanoTime();
            } catch (InterruptedException e) {
                LOG.debug("asked to stop");
            } finally {
                writing = false;
                items.clear();
            }
        }
        drainClosed();
    }

    private void gather(List<Waiting<T, R>> items) {
        var latest = System.nanoTime() + ahead;
        parkUntil(committed + apart, () -> closed);
        parkUntil(latest, () -> closed || urged);
        urged = false;
        queue.drainTo(items, batch - 1);
        if (items.size() == batch) {
            urged = true; // who waits may be among those that are left
        }
    }

    /** The clock of this machine; a parked thread may wake for no reason. */
    private static void parkUntil(long nanos, BooleanSupplier orElse) {
        for (var left = nanos - System.nanoTime();
                left > 0 && !orElse.getAsBoolean();
                left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void write(List<Waiting<T, R>> items) {
        try {
            var results = commit.apply(items.stream().map(Waiting::item).toList());
            for (var i = 0; i < results.size(); i++) {
                items.get(i).result.complete(results.get(i));
            }
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
            writeOneByOne(items, e);
        } catch (Throwable e) {
            items.forEach(item -> item.result.completeExceptionally(e));
        }
    }

    private void writeOneByOne(List<Waiting<T, R>> items, RuntimeException cause) {
        if (items.size() == 1) {
            items.getFirst().retryOnce(commit, cause);
        } else {
            items.forEach(item -> write(List.of(item)));
        }
    }

    private void drainClosed() {
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            left.result.completeExceptionally(new IllegalStateException("the hub is stopping"));
        }
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drainClosed();
    }

    private record Waiting<T, R>(T item, CompletableFuture<R> result) {
        /** The row that was in the way is committed by now: the second look sees it. */
        void retryOnce(Function<List<T>, List<R>> commit, RuntimeException cause) {
            try {
                result.complete(commit.apply(List.of(item)).getFirst());
            } catch (RuntimeException e) {
                e.addSuppressed(cause);
                result.completeExceptionally(e);
            }
        }
    }
}
