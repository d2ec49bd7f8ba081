package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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

    /**
     * All entries are of a procedure that each of the two systems must know, but for its own words; both sides are read
     * at one moment.
     */
    private void assertConserved() {
        var reading = new TransactionTemplate(transactions);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> {
            assertThat(systems.all())
                    .filteredOn(system ->
                            List.of("public-service-portal", "e-certification").contains(system.id()))
                    .hasSize(2)
                    .allSatisfy(system -> assertThat(all(system)).isEqualTo(entriesFor(system)));
        });
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
