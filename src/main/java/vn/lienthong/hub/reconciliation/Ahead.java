package vn.lienthong.hub.reconciliation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads what comes next while the present part is worked on. Of one thread; what was loaded in vain is dropped. */
final class Ahead<K, V> {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("reconciliation-ahead").start(task);

    private @Nullable K key;
    private @Nullable CompletableFuture<V> value;

    void begin(K next, Supplier<V> load) {
        key = next;
        value = CompletableFuture.supplyAsync(load, THREADS);
    }

    /** What was loaded ahead under that key, or loaded now. */
    V get(K wanted, Supplier<V> load) {
        var loaded = value;
        var fits = wanted.equals(key);
        key = null;
        value = null;
        if (loaded == null || !fits) {
            return load.get();
        }
        try {
            return loaded.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
