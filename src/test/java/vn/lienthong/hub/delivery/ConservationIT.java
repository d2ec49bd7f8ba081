package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;

/** What is due is delivered, refused, parked, pending, uncertain or skipped: at any moment, whatever happens. */
class ConservationIT extends HubStory {
    @Autowired
    Systems systems;

    @Autowired
    PlatformTransactionManager transactions;

    private Map<String, Long> notOwedBefore = Map.of();

    @BeforeEach
    void count() {
        notOwedBefore = notOwed();
        assertThat(notOwedBefore).hasSize(2);
    }

    @Test
    void losesAndInventsNothingWhileTrafficRuns() {
        var codes = Stream.generate(Samples::code).limit(100).toList();
        PORTAL.fault("refuse-dossier", Map.of("dossiers", codes.subList(0, 10)));
        PORTAL.fault("cut-reply", Map.of("dossiers", codes.subList(10, 15)));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var traffic = codes.stream()
                    .map(code -> CompletableFuture.runAsync(() -> reportThree(code), callers))
                    .toList();
            do {
                assertConserved();
            } while (!traffic.stream().allMatch(CompletableFuture::isDone));
            traffic.forEach(CompletableFuture::join);
        }
        codes.subList(15, 100).forEach(code -> {
            assertConserved();
            awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED");
        });
        assertConserved();
    }

    private void reportThree(String code) {
        register(code);
        step(code, "10:00:00");
        step(code, "11:00:00");
    }

    private void assertConserved() {
        assertThat(notOwed()).isEqualTo(notOwedBefore);
    }

    /**
     * How many entries are not for a system: what stories before this one told of other procedures, and nothing of this
     * one. Both sides are read at one moment.
     */
    private Map<String, Long> notOwed() {
        var reading = new TransactionTemplate(transactions);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        return reading.execute(status -> systems.all().stream()
                .filter(system ->
                        List.of("public-service-portal", "e-certification").contains(system.id()))
                .collect(Collectors.toMap(SystemState::id, system -> entriesFor(system) - all(system))));
    }

    private long entriesFor(SystemState system) {
        return jdbc.sql("select count(*) from entry where source <> ?")
                .param("system:" + system.id())
                .query(Long.class)
                .single();
    }

    private static long all(SystemState system) {
        return system.delivered()
                + system.refused()
                + system.parked()
                + system.pending()
                + system.uncertain()
                + system.skipped();
    }
}
