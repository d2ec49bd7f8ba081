package vn.lienthong.hub.ledger;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes those who wait for news of a dossier on this node. */
@Component
public final class Changes {
    private final ConcurrentHashMap<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

    public void happened(String dossier) {
        var latch = waiting.remove(dossier);
        if (latch != null) {
            latch.countDown();
        }
    }

    void await(String dossier, Duration wait) {
        var latch = waiting.computeIfAbsent(dossier, code -> new CountDownLatch(1));
        try {
            if (!latch.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.remove(dossier, latch);
                latch.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
