package vn.lienthong.hub.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.Repair.State;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** What persons do with deliveries, one by one and by plans. */
class RepairIT extends HubStory {
    private static final String PORTAL_ID = "public-service-portal";
    private static final Caller OPS = ops("van-hanh", UnitScope.EVERYWHERE);
    private static final Pace PACE = new Pace(3, 60_000, 100);

    @Autowired
    Repairs repairs;

    @Autowired
    SingleRepairs single;

    @Autowired
    Steps steps;

    private static Caller ops(String who, UnitScope scope) {
        return new Caller(who, Set.of("ops"), scope);
    }

    private static Selection selection(@Nullable String cause, @Nullable OffsetDateTime from, DeliveryState... states) {
        return new Selection(PORTAL_ID, Set.of(states), cause, null, from, null, null, null, null);
    }

    /** Four nodes go on with one plan: none does what another did. */
    @Test
    void isTakenFurtherByOneNodeAtATime() {
        var from = OffsetDateTime.now(CLOCK); // not what other stories left
        var codes = Stream.generate(Samples::code).limit(20).toList();
        PORTAL.fault("refuse-dossier", Map.of("dossiers", codes));
        codes.forEach(this::register);
        codes.forEach(code -> awaitAtPortal(code, "REFUSED"));
        PORTAL.calm();
        var id = UUID.randomUUID();
        var plan = repairs.plan(id, Act.RETRY, selection(null, from, DeliveryState.REFUSED), PACE, "thử", OPS);
        repairs.start(id, null, plan.items(), false, OPS);

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4)
                    .mapToObj(node -> CompletableFuture.runAsync(() -> goOnWith(id), nodes))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        var ended = repairs.find(id, OPS).orElseThrow();
        assertThat(ended.done() + ended.failed() + ended.passed()).isEqualTo(plan.items());
        assertThat(jdbc.sql("select count(*) from audit where action = 'repair.retry' and detail like '%' || ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(ended.done() + ended.failed());
        codes.forEach(code -> assertThat(
                        PORTAL.state("dossiers").path(code).path("SoLanDongBo").asInt())
                .isEqualTo(1));
    }

    private void goOnWith(UUID repair) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            steps.round();
            return state(repair) == State.DONE;
        });
    }

    private State state(UUID id) {
        return repairs.find(id, OPS).orElseThrow().state();
    }

    @Test
    void keepsWhatAPersonHoldsUntilItIsReleased() {
        PORTAL.fault("cut-reply", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "UNCERTAIN");

        single.act(UUID.randomUUID(), code, PORTAL_ID, Act.HOLD, "chờ họ xác nhận", OPS);
        PORTAL.calm();
        CLOCK.jump(Duration.ofHours(2));
        step(code, "10:00:00");
        awaitAtPortal(code, "PARKED", "PENDING");
        assertThat(jdbc.sql(
                                "select code || coalesce(cause, '') from delivery where dossier = ? and system = ? and seq = 1")
                        .params(code, PORTAL_ID)
                        .query(String.class)
                        .single())
                .isEqualTo("hub.held");
        assertThat(triesAtPortal(code)).isEmpty(); // of the step behind it

        single.act(UUID.randomUUID(), code, PORTAL_ID, Act.RELEASE, "họ đã xác nhận", OPS);
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
    }

    @Test
    void actsOnceHoweverOftenItIsAsked() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");
        PORTAL.calm();
        var request = UUID.randomUUID();

        var done = single.act(request, code, PORTAL_ID, Act.RETRY, "đã sửa", OPS);
        awaitAtPortal(code, "DELIVERED");

        assertThat(done.became()).isEqualTo("PENDING");
        assertThat(single.act(request, code, PORTAL_ID, Act.RETRY, "đã sửa", OPS))
                .isEqualTo(done);
        assertThat(triesAtPortal(code)).containsExactly("SEND refused", "SEND acknowledged");
        assertRefused("repair.request-differs", () -> single.act(request, code, PORTAL_ID, Act.SKIP, "khác", OPS));
        assertRefused("repair.not-now", () -> single.act(UUID.randomUUID(), code, PORTAL_ID, Act.RETRY, "đã sửa", OPS));
        assertThat(jdbc.sql("select count(*) from audit where action = 'repair.retry' and dossier = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void asksWithoutSendingWhatIsNotThere() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");
        PORTAL.calm();

        single.act(UUID.randomUUID(), code, PORTAL_ID, Act.PROBE, "họ nói đã có", OPS);

        awaitAtPortal(code, "PARKED");
        assertThat(triesAtPortal(code)).containsExactly("SEND refused", "PROBE absent");
    }

    @Test
    void letsWhatWaitsBehindASkippedOneGoOn() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        step(code, "10:00:00");
        awaitAtPortal(code, "REFUSED", "PENDING");
        PORTAL.calm();

        single.act(UUID.randomUUID(), code, PORTAL_ID, Act.SKIP, "họ đã nhập tay", OPS);

        await().atMost(PATIENCE).until(() -> !atPortal(code).getLast().equals("PENDING"));
        assertThat(atPortal(code).getFirst()).isEqualTo("SKIPPED");
    }

    @Test
    void sendsAnEditOnlyWhenASecondPersonSaysSo() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");
        PORTAL.calm();
        var patch = Json.parse("{\"dossier\":{\"applicant\":{\"name\":\"Nguyễn Văn Mẫu Mới\"}}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var id = UUID.randomUUID();
        single.propose(id, code, PORTAL_ID, patch, "họ viết khác tên", OPS);

        assertRefused("repair.same-person", () -> single.decide(id, true, "tự duyệt", OPS));
        assertThat(atPortal(code)).containsExactly("REFUSED");
        single.decide(id, true, "đúng", ops("lanh-dao", UnitScope.EVERYWHERE));

        awaitAtPortal(code, "DELIVERED");
        assertThat(PORTAL.state("dossiers").path(code).toString()).contains("Nguyễn Văn Mẫu Mới");
        assertThat(jdbc.sql("select body from dossier where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .doesNotContain("Mẫu Mới");
        var times = Json.parse("{\"entry\":{\"receivedAt\":\"2025-09-01T00:00:00+07:00\"}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertRefused("repair.patch", () -> single.propose(UUID.randomUUID(), code, PORTAL_ID, times, "sửa giờ", OPS));
    }

    @Test
    void plansNothingOfUnitsThatThePlannerDoesNotSee() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "REFUSED");
        var elsewhere = ops("noi-khac", new UnitScope(Set.of("01")));
        var mine = ops("dai-son", new UnitScope(Set.of("31/11086")));
        var id = UUID.randomUUID();

        var theirs = selection(null, null, DeliveryState.REFUSED);
        assertThat(repairs.plan(UUID.randomUUID(), Act.RETRY, theirs, PACE, "thử", elsewhere)
                        .items())
                .isZero();
        assertThat(repairs.plan(id, Act.RETRY, theirs, PACE, "thử", mine).items())
                .isPositive();
        assertThat(repairs.find(id, elsewhere)).isEmpty();
        assertThat(repairs.list(elsewhere, 50)).extracting(Repair::id).doesNotContain(id);
        assertRefused("repair.not-found", () -> repairs.start(id, null, null, false, elsewhere));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }
}
