package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.registration;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.Threads;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;

/** One system takes its time for every answer, and a thousand calls wait for it. */
class SlowSystemIT extends HubStory {
    private static final int CALLS = 1000;
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Test
    void starvesNobodyWithAThousandSlowCallsInFlight() throws Exception {
        register(code);
        awaitAtCertification(code, "DELIVERED");
        var threads = Threads.now();
        CERTIFICATION.fault("slow", Map.of("millis", 25_000));
        var codes = Stream.generate(Samples::code).limit(CALLS).toList();
        codes.stream().map(this::reporting).toList().forEach(CompletableFuture::join);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> CERTIFICATION.state("hoSo").size() >= CALLS && arrived(codes));
        assertThat(delivered(codes)).as("answered so far").isZero();
        var other = Samples.code();

        assertAtOnce(() -> door().get("/dossiers/" + codes.getFirst()).statusCode(), 200);
        assertAtOnce(() -> door().post("/dossiers", registration(other)).statusCode(), 202);
        assertAtOnce(() -> door().post("/citizens/verify", Samples.question()).statusCode(), 200);
        awaitAtPortal(other, "DELIVERED");
        assertThat(delivered(codes)).as("answered meanwhile").isZero();
        assertThat(Threads.now().largestGrowthSince(threads)).isLessThan(64);

        await().atMost(PATIENCE).until(() -> delivered(codes) == CALLS);
    }

    private CompletableFuture<?> reporting(String code) {
        return ledger.append(new Submission(DAI_SON, null, code, EntryKind.REGISTERED, registration(code)));
    }

    private static boolean arrived(List<String> codes) {
        var stored = CERTIFICATION.state("hoSo");
        return codes.stream().allMatch(stored::has);
    }

    private int delivered(List<String> codes) {
        return jdbc.sql("""
                        select count(*) from delivery
                        where system = 'e-certification' and state = 'DELIVERED' and dossier = any (?)""")
                .param(codes.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private interface Asking {
        int status() throws IOException;
    }

    private static void assertAtOnce(Asking asking, int status) throws IOException {
        var begin = System.nanoTime();
        assertThat(asking.status()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    }
}
