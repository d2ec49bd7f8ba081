package vn.lienthong.hub.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;

/** A fee, from the order to the entry in the ledger, with a payment platform that has all its habits. */
class PaymentIT extends HubStory {
    private static final HttpClient PAYER = HttpClient.newHttpClient();
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(31);
    private static final Duration THREE_DAYS = Duration.ofDays(3).plusMinutes(1);

    @Autowired
    private Pursuing pursuing;

    @Autowired
    private PaymentGauges gauges;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void oweAFee() {
        register(code);
        report(code, EntryKind.FEE_DUE, fee("fee-due", "10:00:00"));
    }

    private static ObjectNode fee(String event, String time) {
        var fee = event(event, time);
        fee.putObject("fee").put("code", "LP01").put("name", "Lệ phí & phụ phí").put("amount", 8000);
        return fee;
    }

    private static ObjectNode wish() {
        return Json.MAPPER.createObjectNode();
    }

    private HttpResponse<String> order() throws IOException {
        return door().post("/dossiers/" + code + "/payments", wish());
    }

    private JsonNode ordered() throws IOException {
        var answer = order();
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(UTF_8));
    }

    private static void pay(JsonNode order) throws IOException {
        try {
            var url = URI.create(order.path("payUrl").asText());
            PAYER.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private JsonNode first() {
        try {
            return json(door().get("/dossiers/" + code + "/payments")).at("/items/0");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> paidEntries() {
        return jdbc.sql("select body from entry where dossier = ? and kind = 'fee-paid'")
                .param(code)
                .query(String.class)
                .list();
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(first().path("state").asText()).isEqualTo(state));
    }

    private void awaitRecorded() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(first().path("entry").isTextual()).isTrue());
        assertThat(paidEntries()).hasSize(1);
    }

    private void awaitCalls(int made) {
        await().atMost(PATIENCE).until(() -> PAYMENT.calls().size() >= made);
    }

    @Test
    void anOrderIsPaidConfirmedAndRecorded() throws IOException {
        PAYMENT.forget();
        var answer = order();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var order = json(answer);
        assertThat(order.path("state").asText()).isEqualTo("open");

        pay(order);

        awaitRecorded();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(first().path("receipt").asText()).startsWith("BL-GD"));
        assertThat(first().path("state").asText()).isEqualTo("paid");
        assertThat(Json.parse(paidEntries().getFirst().getBytes(UTF_8)).path("fee"))
                .isEqualTo(Json.MAPPER
                        .createObjectNode()
                        .put("amount", 8000)
                        .put("code", "LP01")
                        .put("name", "Lệ phí & phụ phí")
                        .put("order", order.path("order").asText())
                        .put("paidVia", "portal")
                        .put("place", 1));
        assertThat(PAYMENT.calls().get(0).path("answer").asText()).contains("\"MaLoi\":\"00\"");
        assertThat(order().statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasPaidReachesTheTreasuryAndGetsAReceipt() throws IOException {
        PAYMENT.forget();
        RECEIPTS.forget();
        TREASURY.forget();
        pay(ordered());
        awaitRecorded();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(RECEIPTS.state("bienLai")).hasSize(1);
            assertThat(TREASURY.state("khoanThu")).hasSize(1);
        });
        assertThat(RECEIPTS.state("bienLai").elements().next().path("noiDung").asText())
                .isEqualTo("Lệ phí & phụ phí, hồ sơ " + code);
        assertThat(TREASURY.state("khoanThu").elements().next().path("soTien").asInt())
                .isEqualTo(8000);
    }

    @Test
    void aGatewayIsPaidByItsAddressAndTellsByItsOwnNotice() throws IOException {
        VNPAY.forget();
        var path = "/dossiers/" + code + "/payments";
        var order = json(door().post(path, wish().put("system", "vnpay")));
        assertThat(order.path("state").asText()).isEqualTo("open");
        VNPAY.fault("repeated-ipn");

        pay(order);

        awaitRecorded();
        await().atMost(PATIENCE).until(() -> VNPAY.calls().size() == 3);
        assertThat(VNPAY.calls())
                .allSatisfy(call -> assertThat(call.path("answer").asText()).contains("\"RspCode\":\"00\""));
        assertThat(paidEntries().getFirst()).contains("\"paidVia\":\"gateway\"");
    }

    @Test
    void aForgedNoticeOfTheGatewayIsToldSoAndHasNoEffect() throws IOException {
        VNPAY.forget();
        VNPAY.fault("forged-ipn");
        pay(json(door().post("/dossiers/" + code + "/payments", wish().put("system", "vnpay"))));

        await().atMost(PATIENCE).until(() -> VNPAY.calls().size() == 1);
        assertThat(VNPAY.calls().get(0).path("answer").asText()).contains("\"RspCode\":\"97\"");
        assertThat(first().path("state").asText()).isEqualTo("open");
        assertThat(paidEntries()).isEmpty();
    }

    @Test
    void aFeeIsNotOrderedFromTwoSystems() throws IOException {
        PAYMENT.forget();
        ordered();

        var other = door().post("/dossiers/" + code + "/payments", wish().put("system", "vnpay"));

        assertThat(json(other).path("code").asText()).isEqualTo("payment.ordered-elsewhere");
        assertThat(json(door().get("/dossiers/" + code + "/payments")).path("items"))
                .hasSize(1);
    }

    @Test
    void fiftyWhoAskTwoSystemsAtOnceGetOneOrder() throws Exception {
        PAYMENT.forget();
        VNPAY.forget();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var door = door();
            Callable<HttpResponse<String>> one = () -> door.post("/dossiers/" + code + "/payments", wish());
            Callable<HttpResponse<String>> other =
                    () -> door.post("/dossiers/" + code + "/payments", wish().put("system", "vnpay"));
            callers.invokeAll(IntStream.range(0, 50)
                    .mapToObj(n -> n % 2 == 0 ? one : other)
                    .toList());
        }
        assertThat(json(door().get("/dossiers/" + code + "/payments")).path("items"))
                .filteredOn(order -> !order.path("state").asText().equals("failed"))
                .hasSize(1);
    }

    @Test
    void whereOneSystemIsDownAnotherMayBeAsked() throws IOException {
        PAYMENT.fault("down");
        assertThat(order().statusCode()).isEqualTo(503);

        var other = door().post("/dossiers/" + code + "/payments", wish().put("system", "vnpay"));

        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
        assertThat(first().path("state").asText()).isEqualTo("failed");
    }

    @Test
    void fiftyWhoAskAtOnceGetOneOrder() throws Exception {
        PAYMENT.forget();
        PAYMENT.fault("slow", Map.of("millis", 300));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var door = door();
            Callable<HttpResponse<String>> asking = () -> door.post("/dossiers/" + code + "/payments", wish());
            var answers = callers.invokeAll(
                    IntStream.range(0, 50).mapToObj(n -> asking).toList());

            assertThat(answers.stream().map(Future::resultNow))
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201))
                    .extracting(answer -> json(answer).path("order").asText())
                    .containsOnly(first().path("order").asText());
        }
        assertThat(PAYMENT.count("init")).isEqualTo(1);
        awaitState("open");
    }

    @Test
    void aRepeatedConfirmationIsAnsweredTheSameAndCountsOnce() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("repeated-confirm");
        pay(ordered());

        awaitCalls(3);
        awaitRecorded();
        assertThat(PAYMENT.calls()).allSatisfy(call -> {
            assertThat(call.path("status").asInt()).isEqualTo(200);
            assertThat(call.path("answer").asText()).contains("\"MaLoi\":\"00\"");
        });
    }

    @Test
    void aForgedConfirmationHasNoEffectAndIsOnRecord() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("forged-confirm");
        var before = refusals();
        pay(ordered());

        awaitCalls(1);
        assertThat(PAYMENT.calls().get(0).path("answer").asText()).contains("\"MaLoi\":\"99\"");
        assertThat(first().path("state").asText()).isEqualTo("open");
        assertThat(refusals()).isEqualTo(before + 1);

        PAYMENT.calm();
        pay(first());
        awaitRecorded();
    }

    private int refusals() {
        return jdbc.sql("select count(*) from audit where action = 'intake.refused'")
                .query(Integer.class)
                .single();
    }

    @Test
    void anotherAmountWaitsForAPerson() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("wrong-amount");
        pay(ordered());

        awaitState("unknown");
        assertThat(first().at("/attention/code").asText()).isEqualTo("amount-differs");
        assertThat(first().has("payUrl")).isFalse();
        assertThat(PAYMENT.calls().get(0).path("answer").asText()).contains("\"MaLoi\":\"99\"");
        CLOCK.jump(HALF_AN_HOUR);
        assertThat(paidEntries()).isEmpty();
    }

    private HttpResponse<String> settle(String finding, String reference, int amount) throws IOException {
        var body = Json.MAPPER.createObjectNode().put("finding", finding).put("reason", "Đã đối chiếu sao kê");
        if (finding.equals("paid")) {
            body.put("reference", reference).put("amount", amount);
        }
        return door("ops-a", List.of("ops"), List.of("*"))
                .post("/dossiers/" + code + "/payments/" + first().path("order").asText() + "/settle", body);
    }

    private List<String> settlements() {
        return jdbc.sql("""
                        select actor || ', ' || detail || ', ' || purpose from audit
                        where action = 'payment.settle' and dossier = ?""").param(code).query(String.class).list();
    }

    private JsonNode otherMoneyCame() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("wrong-amount");
        pay(ordered());
        awaitState("unknown");
        return first();
    }

    @Test
    void whatAPersonFindsPaidIsPaidAndToldOnce() throws IOException {
        var order = otherMoneyCame().path("order").asText();

        assertThat(json(settle("paid", "GD77", 7000)).path("code").asText()).isEqualTo("payment.amount-differs");
        assertThat(settlements()).isEmpty();
        var answer = json(settle("paid", "GD77", 8000));

        assertThat(answer.path("state").asText()).isEqualTo("paid");
        assertThat(answer.path("reference").asText()).isEqualTo("GD77");
        assertThat(answer.has("attention")).isFalse();
        awaitRecorded();
        assertThat(json(settle("paid", "GD77", 8000)).path("code").asText()).isEqualTo("payment.nothing-to-settle");
        assertThat(settlements()).containsExactly("ops-a, " + order + ", paid, Đã đối chiếu sao kê");
        assertThat(order().statusCode()).isEqualTo(409);
    }

    @Test
    void whatAPersonLetsGoCanBeOrderedAnew() throws IOException {
        otherMoneyCame();

        assertThat(json(settle("not-paid", "", 0)).path("state").asText()).isEqualTo("failed");

        PAYMENT.calm();
        assertThat(order().statusCode()).isEqualTo(201);
        assertThat(paidEntries()).isEmpty();
    }

    @Test
    void whatIsPaidStaysPaidAndIsDealtWith() throws IOException {
        PAYMENT.forget();
        var order = ordered();
        report(code, EntryKind.WITHDRAWN, event("withdrawn", "11:00:00"));
        pay(order);
        await().atMost(PATIENCE).until(() -> first().has("attention"));

        assertThat(json(settle("not-paid", "", 0)).path("code").asText()).isEqualTo("payment.finding-unfit");
        assertThat(json(settle("paid", "GD78", 8000)).path("code").asText()).isEqualTo("payment.finding-unfit");
        var answer = json(settle("dealt-with", "", 0));

        assertThat(answer.path("state").asText()).isEqualTo("paid");
        assertThat(answer.has("attention")).isFalse();
        assertThat(settlements()).hasSize(1);
    }

    @Test
    void aPersonOfAnotherUnitDoesNotSettle() throws IOException {
        var path = "/dossiers/" + code + "/payments/"
                + otherMoneyCame().path("order").asText() + "/settle";
        var body = Json.MAPPER.createObjectNode().put("finding", "not-paid").put("reason", "x");

        assertThat(door("ops-b", List.of("ops"), List.of("01")).post(path, body).statusCode())
                .isEqualTo(404);
        assertThat(first().path("state").asText()).isEqualTo("unknown");
    }

    @Test
    void howManyOrdersWaitAndForWhomIsCounted() throws IOException {
        otherMoneyCame();

        gauges.count();

        assertThat(meters.get("hub.payment.to-settle")
                        .tags("system", "payment", "why", "amount-differs")
                        .gauge()
                        .value())
                .isPositive();
    }

    @Test
    void theSystemIsAskedUntilItKnows() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("no-confirm");
        PAYMENT.fault("processing-first", Map.of("times", 1));
        pay(ordered());

        CLOCK.jump(HALF_AN_HOUR);
        awaitState("unknown");
        assertThat(paidEntries()).isEmpty();
        CLOCK.jump(HALF_AN_HOUR);
        awaitState("paid");
        awaitRecorded();
    }

    @Test
    void moneyThatComesAfterTheEndIsMoneyAllTheSame() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("late-confirm");
        PAYMENT.fault("processing-first", Map.of("times", 1000));
        pay(ordered());
        CLOCK.jump(THREE_DAYS);
        awaitState("expired");

        PAYMENT.releaseCalls();

        awaitState("paid");
        assertThat(first().path("late").asBoolean()).isTrue();
        awaitRecorded();
    }

    @Test
    void moneyForAGivenUpOrderWarnsOfTheNextOne() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("late-confirm");
        PAYMENT.fault("processing-first", Map.of("times", 1000));
        pay(ordered());
        CLOCK.jump(THREE_DAYS);
        awaitState("expired");
        assertThat(order().statusCode()).isEqualTo(201);

        PAYMENT.releaseCalls();

        awaitState("paid");
        var second = json(door().get("/dossiers/" + code + "/payments")).at("/items/1");
        assertThat(second.at("/attention/code").asText()).isEqualTo("paid-otherwise");
        assertThat(second.has("payUrl")).isFalse();
        awaitRecorded();
        assertThat(order().statusCode()).isEqualTo(409);
    }

    @Test
    void anOrderThatCouldNotLeaveIsSentByTheNextRequest() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("down");
        assertThat(order().statusCode()).isEqualTo(503);
        PAYMENT.calm();

        var order = ordered();

        assertThat(order.path("state").asText()).isEqualTo("open");
        assertThat(json(door().get("/dossiers/" + code + "/payments")).path("items"))
                .hasSize(1);
    }

    @Test
    void anOrderThatMayHaveLeftIsAskedAboutAndNotSentAgain() throws IOException {
        PAYMENT.forget();
        PAYMENT.fault("drop-after-commit");
        assertThat(ordered().path("state").asText()).isEqualTo("unknown");
        PAYMENT.calm();

        assertThat(ordered().path("state").asText()).isEqualTo("unknown");

        CLOCK.jump(Duration.ofMinutes(1));
        await().atMost(PATIENCE).until(() -> PAYMENT.count("query") == 1);
        assertThat(PAYMENT.count("init")).isEqualTo(1);
    }

    @Test
    void howeverManyNodesThereAreTheSystemIsAskedOnce() throws Exception {
        PAYMENT.forget();
        ordered();
        CLOCK.jump(HALF_AN_HOUR);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> node = () -> {
                pursuing.claim().ifPresent(pursuing::look);
                return true;
            };
            nodes.invokeAll(IntStream.range(0, 30).mapToObj(n -> node).toList());
        }
        awaitState("unknown");
        assertThat(stored().path("soLanHoi").asInt()).isEqualTo(1);
    }

    private JsonNode stored() {
        return PAYMENT.state("giaoDich").path(first().path("order").asText());
    }

    @Test
    void whatWasPaidAtTheCounterMeanwhileIsSaidToBePaidTwice() throws IOException {
        PAYMENT.forget();
        var order = ordered();
        report(code, EntryKind.FEE_PAID, fee("fee-paid", "11:00:00"));
        assertThat(first().has("payUrl")).as("nobody is sent to pay").isFalse();

        pay(order);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(first().at("/attention/code").asText()).isEqualTo("paid-twice"));
        assertThat(paidEntries()).hasSize(1);
    }

    @Test
    void moneyForADossierThatHasEndedIsNotLostFromSight() throws IOException {
        PAYMENT.forget();
        var order = ordered();
        report(code, EntryKind.WITHDRAWN, event("withdrawn", "11:00:00"));
        pay(order);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(first().at("/attention/code").asText()).isEqualTo("not-recorded"));
        assertThat(first().path("state").asText()).isEqualTo("paid");
    }

    @Test
    void theSameKeyIsTheSameOrderAndOtherContentIsRefused() throws IOException {
        PAYMENT.forget();
        var path = "/dossiers/" + code + "/payments";
        var one = json(door().post(path, "key-" + code, wish()));
        var again = door().post(path, "key-" + code, wish());
        var other = door().post(path, "key-" + code, wish().put("returnUrl", "https://motcua.example/"));

        assertThat(json(again).path("order")).isEqualTo(one.path("order"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(other).path("code").asText()).isEqualTo("request.key-reused");
    }

    @Test
    void aFeeThatNobodyOwesCannotBeOrdered() throws IOException {
        var wish = wish();
        wish.putObject("fee").put("code", "LP99");
        var unknown = door().post("/dossiers/" + code + "/payments", wish);
        var elsewhere = door().post("/dossiers/" + code + "/payments", wish().put("system", "population"));
        var lines = wish();
        lines.putArray("lines").addObject().put("name", "Lệ phí").put("amount", 7000);

        assertThat(json(unknown).path("code").asText()).isEqualTo("payment.nothing-due");
        assertThat(json(elsewhere).path("code").asText()).isEqualTo("payment.no-system");
        assertThat(json(door().post("/dossiers/" + code + "/payments", lines))
                        .path("code")
                        .asText())
                .isEqualTo("payment.lines-differ");
    }
}
