package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;

/** The portal takes up to ten progress entries of different dossiers in one call. */
class BatchIT extends HubStory {
    private List<String> codes = List.of();

    @BeforeEach
    void bringElevenDossiersToThePortal() {
        codes = Stream.generate(Samples::code).limit(11).toList();
        codes.forEach(this::register);
        codes.forEach(code -> awaitAtPortal(code, "DELIVERED"));
    }

    /** All steps wait; when the portal is back, one goes alone to try it and the ten behind it can go together. */
    private void reportAStepOfEachWhileThePortalIsDown() {
        PORTAL.fault("down");
        codes.forEach(code -> step(code, "10:00:00"));
        await().atMost(PATIENCE).until(() -> triesSoFar() >= 10 && !anyLeased());
    }

    private void comeBack() {
        PORTAL.fault("down", false);
        CLOCK.jump(Duration.ofMinutes(6));
    }

    @Test
    void carriesTenEntriesInOneCall() {
        reportAStepOfEachWhileThePortalIsDown();
        var before = PORTAL.count("answers");
        comeBack();

        codes.forEach(code -> awaitAtPortal(code, "DELIVERED", "DELIVERED"));
        assertThat(PORTAL.count("answers") - before).isEqualTo(2);
        assertThat(callSizes()).containsExactlyInAnyOrder(1L, 10L);
        codes.forEach(code ->
                assertThat(PORTAL.state("dossiers").path(code).path("TienDo")).hasSize(1));
    }

    @Test
    void sendsEachAloneWhenAllTogetherWereRefused() {
        reportAStepOfEachWhileThePortalIsDown();
        // two, of which at most one goes alone first
        var bad = codes.subList(4, 6);
        PORTAL.fault("refuse-dossier", Map.of("dossiers", bad));
        comeBack();

        for (var code : codes) {
            awaitAtPortal(code, "DELIVERED", bad.contains(code) ? "REFUSED" : "DELIVERED");
        }
        codes.forEach(code ->
                assertThat(PORTAL.state("dossiers").path(code).path("TienDo")).hasSize(bad.contains(code) ? 0 : 1));
    }

    private boolean anyLeased() {
        return codes.stream().anyMatch(code -> atPortal(code).contains("LEASED"));
    }

    private int triesSoFar() {
        return tries("kind = 'SEND'").size();
    }

    /** How many deliveries each call that arrived has carried; those of one call began and ended together. */
    private Collection<Long> callSizes() {
        return tries("outcome = 'acknowledged'").stream()
                .collect(Collectors.groupingBy(started -> started, Collectors.counting()))
                .values();
    }

    private List<String> tries(String condition) {
        return jdbc.sql("""
                        select a.started_at::text from attempt a join delivery d on d.id = a.delivery
                        where d.system = 'public-service-portal' and d.operation = 'progress' and d.dossier = any (?)
                          and a.""" + condition)
                .param(codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
