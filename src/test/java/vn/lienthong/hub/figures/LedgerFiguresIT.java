package vn.lienthong.hub.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.contract.ContractedAnswers;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** A handful of dossiers of 12 August 2025, most due at 17:00, and what a system made up for this shows of them. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.integration=src/test/resources/packs/none/integration",
            "hub.routes=src/test/resources/packs/none/routes"
        })
@ContextConfiguration(initializers = TestHub.class)
class LedgerFiguresIT {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final String SYSTEM = "made-up";

    @Autowired
    Figures figures;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forget() {
        jdbc.sql(
                        "truncate audit, discrepancy, shown, reconciliation, attempt, delivery, idempotency, entry, dossier cascade")
                .update();
    }

    @Test
    void countsByVerdictAndGroup() throws IOException {
        signed(dossier(), "11:00:00");
        signed(dossier(), "17:00:00");
        signed(dossier(), "17:00:01");
        dossier();
        var birth = registration(Samples.code()).put("procedure", "1.001193");
        report(birth, event("result-signed", "10:00:00"));

        var answer = json(figures.onTime(asked("2025-08-01", "2025-08-12"), Grouping.FIELD, null));

        var total = answer.at("/items/0");
        assertThat(total.path("key").asText()).isEqualTo("total");
        assertThat(total.path("ours")).isEqualTo(tree("""
                {"received": 5, "early": 2, "onTime": 1, "late": 1, "inProgress": 1, "overdue": 1, "unjudged": 0,
                 "rate": 60.00}"""));
        assertThat(answer.path("items").findValuesAsText("name")).containsExactly("Tổng số", "Chứng thực", "Hộ tịch");
        assertThat(total.has("theirs")).isFalse();
        assertContracted("OnTimeFigures", answer);
    }

    @Test
    void doesNotCountWhatHappenedAfterThePeriod() throws IOException {
        var late = dossier();
        ledger.append(new Submission(
                        DAI_SON,
                        null,
                        late,
                        EntryKind.RESULT_SIGNED,
                        event("result-signed", "11:00:00").put("occurredAt", "2025-08-14T09:00:00+07:00")))
                .join();

        assertThat(total(figures.onTime(asked("2025-08-01", "2025-08-13"), Grouping.UNIT, null))
                        .at("/ours/overdue")
                        .asInt())
                .isEqualTo(1);
        assertThat(total(figures.onTime(asked("2025-08-01", "2025-08-14"), Grouping.UNIT, null))
                        .at("/ours/late")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void setsWhatASystemShowsBesideItAndExplainsEveryDifference() throws IOException {
        var alike = signed(dossier(), "11:00:00");
        var restamped = signed(dossier(), "15:00:00");
        var moved = signed(dossier(), "16:00:00");
        var missing = signed(dossier(), "16:30:00");
        var endless = signed(dossier(), "16:40:00");
        var open = signed(dossier(), "16:45:00");
        dossier(); // does not concern the system
        tell(alike, restamped, moved, missing, endless, open);
        var run = compared("2025-08-01", "2025-09-01", "COMPARED");
        show(
                run,
                alike,
                "signed",
                "2025-08-12T09:15:00+07:00",
                "2025-08-12T17:00:00+07:00",
                "2025-08-12T11:00:00+07:00");
        show(run, restamped, "processing", "2025-08-13T08:30:05+07:00", "2025-08-13T17:00:00+07:00", null);
        show(
                run,
                moved,
                "signed",
                "2025-08-12T09:15:00+07:00",
                "2025-08-12T15:00:00+07:00",
                "2025-08-12T16:00:00+07:00");
        show(run, endless, "signed", "2025-08-12T09:15:00+07:00", "2025-08-12T17:00:00+07:00", null);
        show(run, open, "processing", "2025-08-12T09:15:00+07:00", "2025-08-12T17:00:00+07:00", null);

        var asked = asked("2025-08-01", "2025-08-31");
        var answer = json(figures.onTime(asked, Grouping.UNIT, SYSTEM));

        var total = answer.at("/items/0");
        assertThat(total.at("/ours")).isEqualTo(tree("""
                {"received": 6, "early": 6, "onTime": 0, "late": 0, "inProgress": 0, "overdue": 0, "unjudged": 0,
                 "rate": 100.00}"""));
        assertThat(total.at("/theirs")).isEqualTo(tree("""
                {"received": 5, "early": 1, "onTime": 0, "late": 1, "inProgress": 3, "overdue": 3, "unjudged": 0,
                 "rate": 20.00}"""));
        assertThat(total.path("missing").asInt()).isEqualTo(1);
        assertThat(answer.at("/items/1/name").asText()).isEqualTo("Xã Đại Sơn, Thành phố Hải Phòng");
        assertContracted("OnTimeFigures", answer);

        var differences = figures.differences(asked, SYSTEM, null, 50);
        assertThat(differences)
                .extracting(Difference::code, Difference::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(restamped, Cause.RESTAMP),
                        org.assertj.core.groups.Tuple.tuple(moved, Cause.DUE_DIFFERS),
                        org.assertj.core.groups.Tuple.tuple(missing, Cause.MISSING_THERE),
                        org.assertj.core.groups.Tuple.tuple(endless, Cause.END_MISSING),
                        org.assertj.core.groups.Tuple.tuple(open, Cause.STATUS_DIFFERS));
        var restart = Json.parse(Json.bytes(differences.getFirst()));
        assertThat(restart.at("/ours/verdict").asText()).isEqualTo("early");
        assertThat(restart.at("/theirs/verdict").asText()).isEqualTo("overdue");
        assertThat(restart.at("/theirs/receivedAt").asText()).isEqualTo("2025-08-13T08:30:05+07:00");
        var page = Json.MAPPER.createObjectNode();
        page.set("items", Json.MAPPER.valueToTree(differences));
        assertContracted("DifferencePage", page);
    }

    @Test
    void pagesThroughDifferencesAndWritesThemAllAsAFile() throws IOException {
        var codes = java.util.stream.Stream.generate(this::dossier).limit(5).toList();
        tell(codes.toArray(String[]::new));
        compared("2025-08-01", "2025-09-01", "APPLIED");
        var asked = asked("2025-08-01", "2025-08-31");

        assertThat(figures.differences(asked, SYSTEM, null, 2))
                .extracting(Difference::code)
                .containsExactly(codes.get(0), codes.get(1));
        assertThat(figures.differences(asked, SYSTEM, codes.get(1), 9)).hasSize(3);
        var csv = written(figures.allDifferences(asked, SYSTEM, null), Format.CSV);
        assertThat(new String(csv, UTF_8).split("\r\n")).hasSize(6);
        assertThat(new String(csv, UTF_8)).contains("Hệ thống không hiển thị hồ sơ");
    }

    @Test
    void takesTheNewestComparisonThatIsDoneAndOverlapsThePeriod() throws IOException {
        var code = signed(dossier(), "11:00:00");
        var other = dossier();
        tell(code, other);
        show(
                compared("2025-08-01", "2025-08-13", "COMPARED"),
                code,
                "signed",
                "2025-08-12",
                null,
                "2025-08-12T11:00:00+07:00");
        show(compared("2025-08-01", "2025-08-13", "READING"), code, "processing", null, null, null);
        show(compared("2025-09-01", "2025-10-01", "COMPARED"), code, "processing", null, null, null);

        var total = total(figures.onTime(asked("2025-08-01", "2025-08-31"), Grouping.MONTH, SYSTEM));

        // it shows no due time: judged by the statutory time of the procedure
        assertThat(total.at("/theirs/received").asInt()).isEqualTo(1);
        assertThat(total.at("/theirs/early").asInt()).isEqualTo(1);
        assertThat(total.path("missing").asInt()).isEqualTo(1);
    }

    @Test
    void countsWhatIsOutsideOfTheComparisonAsNotCompared() throws IOException {
        tell(dossier());
        compared("2025-08-13", "2025-09-01", "COMPARED");

        var total = total(figures.onTime(asked("2025-08-01", "2025-08-31"), Grouping.UNIT, SYSTEM));

        assertThat(total.path("notCompared").asInt()).isEqualTo(1);
        assertThat(total.path("missing").asInt()).isZero();
        assertThat(figures.differences(asked("2025-08-01", "2025-08-31"), SYSTEM, null, 50))
                .isEmpty();
    }

    @Test
    void showsToWhichMonthARestartedClockMovedADossier() throws IOException {
        var code = signed(dossier(), "11:00:00");
        tell(code);
        show(
                compared("2025-08-01", "2025-09-01", "COMPARED"),
                code,
                "processing",
                "2025-09-03T08:00:00+07:00",
                null,
                null);

        var lines = json(figures.onTime(asked("2025-08-01", "2025-08-31"), Grouping.MONTH, SYSTEM))
                .path("items");

        assertThat(lines.findValuesAsText("key")).containsExactly("total", "2025-08", "2025-09");
        assertThat(lines.at("/1/theirs/received").asInt()).isZero();
        assertThat(lines.at("/2/theirs/received").asInt()).isEqualTo(1);
    }

    @Test
    void findsWhatASystemShowsUnderTheNationalCode() throws IOException {
        var body = registration(Samples.code()).put("channel", "online").put("nationalCode", "G22.99.01-250812-0036");
        report(body, event("result-signed", "11:00:00"));
        tell(body.path("code").asText());
        show(
                compared("2025-08-01", "2025-09-01", "COMPARED"),
                "G22.99.01-250812-0036",
                "signed",
                "2025-08-12",
                "2025-08-12",
                "2025-08-11");

        var total = total(figures.onTime(asked("2025-08-01", "2025-08-31"), Grouping.UNIT, SYSTEM));

        assertThat(total.at("/theirs/early").asInt()).isEqualTo(1);
        assertThat(total.path("missing").asInt()).isZero();
    }

    @Test
    void doesNotBreakOnARecordThatCannotBeRead() throws IOException {
        var code = dossier();
        tell(code);
        show(compared("2025-08-01", "2025-09-01", "COMPARED"), code, "Đang xử lý", "hôm qua", "2025-13-45", null);

        assertThat(total(figures.onTime(asked("2025-08-01", "2025-08-31"), Grouping.UNIT, SYSTEM))
                        .at("/theirs/unjudged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void reportsWhatAOneStopShopReports() throws IOException {
        var old = registration("H24.129-250811-0001").put("receivedAt", "2025-08-11T16:00:00+07:00");
        report(old, event("result-signed", "09:00:00"));
        var older = registration("H24.129-250811-0002").put("receivedAt", "2025-08-11T08:00:00+07:00");
        report(older, event("result-signed", "09:00:00").put("occurredAt", "2025-08-11T09:00:00+07:00"));
        var online = registration(Samples.code()).put("channel", "online");
        online.putArray("papers").addObject().put("name", "Bản chính").put("digitised", true);
        report(
                online,
                fee("fee-due", "10:00:00"),
                fee("fee-paid", "10:30:00", "portal"),
                event("result-signed", "11:00:00"));
        var post = registration(Samples.code()).put("channel", "post");
        post.putArray("papers").addObject().put("name", "Bản chính").put("digitised", false);
        report(post, fee("fee-due", "10:00:00"), fee("fee-paid", "10:30:00", "cash"));

        var answer = json(figures.report(asked("2025-08-12", "2025-08-12")));

        assertThat(answer.at("/items/0")).isEqualTo(tree("""
                {"level": "total", "code": "", "name": "Tổng số",
                 "received": {"total": 3, "online": 1, "direct": 1, "carriedOver": 1},
                 "settled": {"total": 2, "early": 2, "onTime": 0, "late": 0},
                 "inProgress": {"total": 1, "inTime": 0, "overdue": 1},
                 "rates": {"online": 50.00, "digitised": 50.00, "reused": null, "paidOnline": 50.00}}"""));
        assertThat(answer.path("items").findValuesAsText("level")).containsExactly("total", "field", "procedure");
        assertContracted("OneStopReport", answer);
    }

    @Test
    void givesOnlyUnitsOfTheCaller() throws IOException {
        dossier();
        var elsewhere = new Caller("upstream", Set.of("upstream"), new UnitScope(Set.of("31/11077")));

        var asked = new Asked(
                elsewhere, LocalDate.parse("2025-08-01"), LocalDate.parse("2025-08-31"), null, null, Format.JSON);
        assertThat(total(figures.onTime(asked, Grouping.UNIT, null))
                        .at("/ours/received")
                        .asInt())
                .isZero();
        assertThat(total(figures.report(asked)).at("/received/total").asInt()).isZero();
    }

    @Test
    void keepsInTheAuditWhoWasGivenWhichFigures() {
        figures.report(asked("2025-08-01", "2025-08-31"));

        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || detail from audit")
                        .query(String.class)
                        .list())
                .containsExactly("ops figures.report json 2025-08-01..2025-08-31 31/11086");
    }

    private String dossier() {
        var code = Samples.code();
        report(registration(code));
        return code;
    }

    private String signed(String code, String time) {
        ledger.append(new Submission(DAI_SON, null, code, EntryKind.RESULT_SIGNED, event("result-signed", time)))
                .join();
        return code;
    }

    private void report(ObjectNode registration, ObjectNode... events) {
        var code = registration.path("code").asText();
        ledger.append(new Submission(DAI_SON, null, code, EntryKind.REGISTERED, registration))
                .join();
        for (var event : events) {
            var kind = EntryKind.of(event.path("event").asText()).orElseThrow();
            ledger.append(new Submission(DAI_SON, null, code, kind, event)).join();
        }
    }

    private static ObjectNode fee(String kind, String time) {
        var event = event(kind, time);
        event.putObject("fee").put("code", "LP01").put("amount", 8000);
        return event;
    }

    private static ObjectNode fee(String kind, String time, String via) {
        var event = fee(kind, time);
        ((ObjectNode) event.get("fee")).put("paidVia", via);
        return event;
    }

    /** The system must know these. */
    private void tell(String... codes) {
        for (var code : codes) {
            jdbc.sql("""
                            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
                            select ?, dossier, seq, id, 'register', 'DELIVERED', now(), now() from entry
                            where dossier = ? and seq = 1""").params(SYSTEM, code).update();
        }
    }

    private UUID compared(String from, String until, String state) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into reconciliation (id, system, from_at, until_at, state, started_by, started_at)
                        values (?, ?, ?::timestamptz, ?::timestamptz, ?, 'test', clock_timestamp())""")
                .params(id, SYSTEM, from + "T00:00:00+07:00", until + "T00:00:00+07:00", state)
                .update();
        return id;
    }

    private void show(
            UUID run,
            String code,
            String status,
            @Nullable String received,
            @Nullable String due,
            @Nullable String end) {
        var record = Json.MAPPER.createObjectNode().put("status", status);
        record.put("receivedAt", received).put("dueAt", due).put("finishedAt", end);
        jdbc.sql("insert into shown (reconciliation, code, page, n, record) values (?, ?, 0, 0, ?)")
                .params(run, code, Json.text(record))
                .update();
    }

    private static Asked asked(String from, String to) {
        return new Asked(OPS, LocalDate.parse(from), LocalDate.parse(to), "31", "11086", Format.JSON);
    }

    private static JsonNode total(Listing listing) throws IOException {
        return json(listing).at("/items/0");
    }

    private static JsonNode json(Listing listing) throws IOException {
        return Json.parse(written(listing, Format.JSON));
    }

    private static byte[] written(Listing listing, Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        listing.write(format, out);
        return out.toByteArray();
    }

    private static JsonNode tree(String json) {
        return Json.parse(json.getBytes(UTF_8));
    }

    private static void assertContracted(String schema, JsonNode answer) {
        assertThat(new ContractedAnswers(Contract.load()).check("/components/schemas/" + schema, answer.toString()))
                .isEqualTo(List.of());
    }
}
