package vn.lienthong.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.Alerted;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.desk.CauseGroup;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.repair.Forecast;
import vn.lienthong.hub.repair.Repair;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.RepairReport;
import vn.lienthong.hub.repair.Repairs;
import vn.lienthong.hub.repair.Selection;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/**
 * A system takes nothing for a while. A person finds the cause and takes it; when the system is well again all of it is
 * sent anew, and the incident closes. The length of the story is {@code -Drepair.dossiers}.
 */
class ComebackIT extends HubStory {
    private static final int DOSSIERS = Integer.getInteger("repair.dossiers", 120);
    private static final int UNCERTAIN = 5;
    private static final int REFUSED = DOSSIERS - UNCERTAIN;
    private static final int CANARY = 3;
    private static final int CALLERS = 32;
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String PORTAL_ID = "public-service-portal";
    private static final String MAIL = "truc-ca@example.vn";
    private static final Caller OPS = new Caller("van-hanh", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final Pace PACE = new Pace(CANARY, 60_000, 10);

    @Autowired
    Watching watching;

    @Autowired
    Incidents incidents;

    @Autowired
    AlertSender.Round sending;

    @Autowired
    Causes causes;

    @Autowired
    Repairs repairs;

    @Test
    void bringsAllThatASystemWouldNotTakeAndNothingTwice() throws IOException {
        skipWhatOtherStoriesLeft();
        var earlier = Set.copyOf(alerts());
        var from = OffsetDateTime.now(CLOCK);
        var codes = Stream.generate(Samples::code).limit(DOSSIERS).toList();
        doubtAndHold(codes.subList(REFUSED, DOSSIERS), from);
        refuse(codes.subList(0, REFUSED));

        look();
        look();
        var incident = incident();
        assertThat(incident.failures()).isEqualTo(REFUSED);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(told(incident, earlier, "Sự cố", "Tái diễn")).isEqualTo(1));
        var cause = theCause();
        incidents.decide(cause.id(), State.TAKEN, "đang gọi đầu mối của cổng", OPS);
        assertThat(incident()).returns(State.TAKEN, Incident::state).returns("van-hanh", Incident::owner);

        var plan = plan(Act.RETRY, cause.id(), null, DeliveryState.REFUSED);
        assertThat(repairs.plan(
                        plan.id(), Act.RETRY, selection(cause.id(), null, DeliveryState.REFUSED), PACE, "thử", OPS))
                .isEqualTo(plan);
        assertForecast(plan);

        // what comes after the plan is not in it
        var later = Samples.code();
        register(later);
        awaitAtPortal(later, "REFUSED");

        // still not well: the canary finds out, and the others stay where they are
        start(plan);
        await().atMost(PATIENCE).until(() -> repair(plan).state() == Repair.State.PAUSED);
        assertThat(repair(plan).pausedWhy()).isEqualTo("failures");
        assertThat(repair(plan).failed()).isBetween(1, CANARY);
        assertThat(repair(plan).waiting()).isEqualTo(REFUSED - CANARY);

        PORTAL.calm();
        repairs.resume(plan.id(), OPS);
        var ended = awaitEnded(plan);
        assertThat(ended.done() + ended.failed()).isEqualTo(REFUSED);
        var rest = run(Act.RETRY, cause.id(), null, DeliveryState.REFUSED);
        assertThat(rest.done()).isEqualTo(ended.failed() + 1); // the later one too
        var asked = run(Act.RELEASE, null, from, DeliveryState.PARKED);
        assertThat(asked.done()).isEqualTo(UNCERTAIN);

        awaitAtPortal(codes, "DELIVERED", 2 * DOSSIERS);
        assertEachIsThereOnce(codes);
        assertReportAddsUp(ended, REFUSED, "sent");
        assertReportAddsUp(asked, UNCERTAIN, "there");
        CLOCK.jump(Duration.ofMinutes(2));
        look();
        assertClosed(incident.id());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(told(incident, earlier, "Đã hết")).isEqualTo(1));
    }

    private void skipWhatOtherStoriesLeft() {
        run(Act.SKIP, null, null, DeliveryState.REFUSED, DeliveryState.PARKED);
        look();
        CLOCK.jump(Duration.ofMinutes(2));
        look();
    }

    /** They cannot say whether they have it; for the time being a person keeps the hub from asking. */
    private void doubtAndHold(List<String> codes, OffsetDateTime from) {
        PORTAL.fault("cut-reply", Map.of("dossiers", codes));
        report(codes);
        awaitAtPortal(codes, "UNCERTAIN", UNCERTAIN);
        var hold = run(Act.HOLD, null, from, DeliveryState.UNCERTAIN);
        assertThat(hold.done()).isEqualTo(UNCERTAIN);
        awaitAtPortal(codes, "PARKED", UNCERTAIN);
        PORTAL.calm();
    }

    private void refuse(List<String> codes) {
        PORTAL.fault("refuse-all");
        report(codes);
        awaitAtPortal(codes, "REFUSED", codes.size());
    }

    private void report(List<String> codes) {
        try (var callers =
                Executors.newFixedThreadPool(CALLERS, Thread.ofVirtual().factory())) {
            codes.stream()
                    .map(code -> CompletableFuture.runAsync(
                            () -> {
                                register(code);
                                step(code, "10:00:00");
                            },
                            callers))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private void awaitAtPortal(List<String> codes, String state, int count) {
        await().atMost(LONG)
                .until(
                        () -> jdbc.sql(
                                        "select count(*) from delivery where system = ? and state = ? and dossier = any (?)")
                                .params(PORTAL_ID, state, codes.toArray(String[]::new))
                                .query(Integer.class)
                                .single(),
                        found -> found == count);
    }

    private void look() {
        watching.look();
        while (sending.one()) {
            // until the outbox is empty
        }
    }

    private List<String> alerts() {
        return ALERTED.mail(MAIL, "").stream().map(Alerted::alert).toList();
    }

    /** How often that was told of the incident, other than before. */
    private long told(Incident incident, Set<String> earlier, String... subjects) {
        return Stream.of(subjects)
                .flatMap(subject ->
                        ALERTED.mail(MAIL, subject + ": Cổng Dịch vụ công quốc gia không nhận hồ sơ").stream())
                .filter(mail -> !earlier.contains(Alerted.alert(mail)))
                .filter(mail -> Alerted.text(mail).contains(incident.id().toString()))
                .count();
    }

    private Incident incident() {
        var open = incidents.list(OPS, true, 100).stream()
                .filter(one -> one.kind() == Kind.CAUSE && PORTAL_ID.equals(one.system()))
                .filter(one -> one.most() >= REFUSED) // a story before this one may have left some on their way
                .toList();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private CauseGroup theCause() {
        var found = causes.open(UnitScope.EVERYWHERE).stream()
                .filter(group -> group.system().equals(PORTAL_ID) && group.waiting() == REFUSED)
                .toList();
        assertThat(found).singleElement().returns((long) REFUSED, CauseGroup::dossiers);
        return found.getFirst();
    }

    private static Selection selection(@Nullable String cause, @Nullable OffsetDateTime from, DeliveryState... states) {
        return new Selection(PORTAL_ID, Set.of(states), cause, null, from, null, null, null, null);
    }

    private Repair plan(Act act, @Nullable String cause, @Nullable OffsetDateTime from, DeliveryState... states) {
        return repairs.plan(UUID.randomUUID(), act, selection(cause, from, states), PACE, "thử", OPS);
    }

    private void start(Repair plan) {
        repairs.start(plan.id(), null, plan.items(), false, OPS);
        repairs.start(plan.id(), null, plan.items(), false, OPS);
    }

    private Repair run(Act act, @Nullable String cause, @Nullable OffsetDateTime from, DeliveryState... states) {
        var plan = plan(act, cause, from, states);
        start(plan);
        return awaitEnded(plan);
    }

    private Repair awaitEnded(Repair plan) {
        await().atMost(LONG).until(() -> repair(plan).state() == Repair.State.DONE);
        return repair(plan);
    }

    private Repair repair(Repair plan) {
        return repairs.find(plan.id(), OPS).orElseThrow();
    }

    private void assertForecast(Repair plan) {
        assertThat(plan.items()).isEqualTo(REFUSED);
        var forecast = repairs.forecast(plan);
        assertThat(forecast.toSend()).isEqualTo(REFUSED);
        assertThat(forecast.overdue()).isEqualTo(REFUSED); // received in August
        assertThat(forecast.groups()).singleElement().returns((long) REFUSED, Forecast.Group::count);
    }

    private static void assertEachIsThereOnce(List<String> codes) {
        var stored = PORTAL.state("dossiers");
        assertThat(codes).allSatisfy(code -> {
            assertThat(stored.path(code).path("SoLanDongBo").asInt()).isEqualTo(1);
            assertThat(stored.path(code).path("TienDo")).hasSize(1);
        });
    }

    /** Each was brought that way, or is said to have been refused once more. */
    private void assertReportAddsUp(Repair repair, int items, String way) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new RepairReport(repairs, repair).write(Format.JSON, bytes);
        var report = Json.parse(bytes.toByteArray());
        assertThat(report.path("items")).hasSize(items);
        assertThat(results(report, way)).isEqualTo(repair.done());
        assertThat(results(report, "refused")).isEqualTo(repair.failed());
        assertThat(report.path("done").asInt() + report.path("failed").asInt()).isEqualTo(items);
    }

    private static int results(JsonNode report, String result) {
        return (int) report.path("items")
                .valueStream()
                .filter(item -> item.path("result").asText().equals(result))
                .count();
    }

    private void assertClosed(UUID id) {
        var closed = incidents.list(OPS, false, 1000).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.brought()).isGreaterThanOrEqualTo(REFUSED + 1);
        assertThat(closed.most()).isGreaterThanOrEqualTo(REFUSED);
    }
}
