package vn.lienthong.hub.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.Repair.State;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/**
 * A system takes nothing for a while; when it is well again a person sends all of it anew. The length of the story is
 * {@code -Drepair.dossiers}.
 */
class RepairIT extends HubStory {
    private static final int DOSSIERS = Integer.getInteger("repair.dossiers", 120);
    private static final int UNCERTAIN = 5;
    private static final int CANARY = 3;
    private static final String PORTAL_ID = "public-service-portal";
    private static final Caller OPS = ops("van-hanh", UnitScope.EVERYWHERE);
    private static final Pace PACE = new Pace(CANARY, 60_000, 10);

    @Autowired
    Repairs repairs;

    @Autowired
    SingleRepairs single;

    @Autowired
    Steps steps;

    @Autowired
    TransactionTemplate transaction;

    private static Caller ops(String who, UnitScope scope) {
        return new Caller(who, Set.of("ops"), scope);
    }

    private static Selection selection(@Nullable String cause, @Nullable OffsetDateTime from, DeliveryState... states) {
        return new Selection(PORTAL_ID, Set.of(states), cause, null, from, null, null, null, null);
    }

    @Test
    void bringsAllThatASystemWouldNotTakeAndNothingTwice() throws IOException {
        var from = OffsetDateTime.now(CLOCK);
        var codes = Stream.generate(Samples::code).limit(DOSSIERS).toList();
        var inDoubt = codes.subList(DOSSIERS - UNCERTAIN, DOSSIERS);
        doubtAndHold(inDoubt, from);
        refuse(codes.subList(0, DOSSIERS - UNCERTAIN));

        var id = UUID.randomUUID();
        var plan = repairs.plan(id, Act.RETRY, held(from), PACE, "hệ thống đã sống lại", OPS);
        assertThat(repairs.plan(id, Act.RETRY, held(from), PACE, "hệ thống đã sống lại", OPS))
                .isEqualTo(plan);
        assertThat(plan.items()).isEqualTo(DOSSIERS);
        var forecast = repairs.forecast(plan);
        assertThat(forecast.toAsk()).isEqualTo(UNCERTAIN);
        assertThat(forecast.toSend()).isEqualTo(DOSSIERS - UNCERTAIN);
        assertThat(forecast.groups()).first().returns((long) DOSSIERS - UNCERTAIN, Forecast.Group::count);
        assertThat(forecast.overdue()).isEqualTo(DOSSIERS); // received in August

        // what comes after the plan is not in it
        var later = Samples.code();
        register(later);
        awaitAtPortal(later, "REFUSED");

        // still not well: the canary finds out, and the others stay where they are
        start(id);
        await().atMost(PATIENCE).until(() -> state(id) == State.PAUSED);
        var stopped = repairs.find(id, OPS).orElseThrow();
        assertThat(stopped.pausedWhy()).isEqualTo("failures");
        assertThat(stopped.failed()).isBetween(1, CANARY);
        assertThat(stopped.waiting()).isEqualTo(DOSSIERS - CANARY);

        PORTAL.calm();
        dieInTheMiddleOfAStep(id);
        repairs.resume(id, OPS);
        var ended = awaitEnded(id);
        assertThat(ended.done() + ended.failed()).isEqualTo(DOSSIERS);
        var rest = run(Act.RETRY, held(from));
        assertThat(rest.done()).isEqualTo(ended.failed() + 1); // the later one too

        codes.forEach(code -> awaitAtPortal(code, "DELIVERED", "DELIVERED"));
        assertEachIsThereOnce(codes);
        assertReportAddsUp(ended);
    }

    /** They cannot say whether they have it; for the time being a person keeps the hub from asking. */
    private void doubtAndHold(List<String> codes, OffsetDateTime from) {
        PORTAL.fault("cut-reply", Map.of("dossiers", codes));
        codes.forEach(this::reported);
        codes.forEach(code -> awaitAtPortal(code, "UNCERTAIN", "PENDING"));
        var hold = run(Act.HOLD, selection(null, from, DeliveryState.UNCERTAIN));
        assertThat(hold.done()).isEqualTo(UNCERTAIN);
        codes.forEach(code -> awaitAtPortal(code, "PARKED", "PENDING"));
        PORTAL.calm();
    }

    private void refuse(List<String> codes) {
        PORTAL.fault("refuse-all");
        codes.forEach(this::reported);
        codes.forEach(code -> awaitAtPortal(code, "REFUSED", "PENDING"));
    }

    private void reported(String code) {
        register(code);
        step(code, "10:00:00");
    }

    private static Selection held(OffsetDateTime from) {
        return selection(null, from, DeliveryState.REFUSED, DeliveryState.PARKED);
    }

    private Repair run(Act act, Selection selection) {
        var id = UUID.randomUUID();
        repairs.plan(id, act, selection, PACE, "thử", OPS);
        start(id);
        return awaitEnded(id);
    }

    private void start(UUID id) {
        var items = repairs.find(id, OPS).orElseThrow().items();
        IntStream.range(0, 2).forEach(twice -> repairs.start(id, null, items, false, OPS));
    }

    private Repair awaitEnded(UUID id) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> state(id) == State.DONE);
        return repairs.find(id, OPS).orElseThrow();
    }

    private State state(UUID id) {
        return repairs.find(id, OPS).orElseThrow().state();
    }

    /** The step is done and its commit never comes. */
    private void dieInTheMiddleOfAStep(UUID id) {
        transaction.executeWithoutResult(status -> {
            repairs.resume(id, OPS);
            CLOCK.jump(Duration.ofSeconds(2));
            assertThat(steps.round()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(state(id)).isEqualTo(State.PAUSED);
    }

    private void assertEachIsThereOnce(List<String> codes) {
        var stored = PORTAL.state("dossiers");
        assertThat(codes).allSatisfy(code -> {
            assertThat(stored.path(code).path("SoLanDongBo").asInt()).isEqualTo(1);
            assertThat(stored.path(code).path("TienDo")).hasSize(1);
        });
    }

    private void assertReportAddsUp(Repair repair) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new RepairReport(repairs, repair).write(Format.JSON, bytes);
        var report = Json.parse(bytes.toByteArray());
        assertThat(report.path("items")).hasSize(DOSSIERS);
        assertThat(results(report.path("items"), "there")).isEqualTo(UNCERTAIN);
        assertThat(results(report.path("items"), "sent")
                        + results(report.path("items"), "there")
                        + results(report.path("items"), "refused"))
                .isEqualTo(DOSSIERS);
        assertThat(report.path("done").asInt() + report.path("failed").asInt()).isEqualTo(DOSSIERS);
    }

    private static long results(com.fasterxml.jackson.databind.JsonNode items, String result) {
        return items.valueStream()
                .filter(item -> item.path("result").asText().equals(result))
                .count();
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
