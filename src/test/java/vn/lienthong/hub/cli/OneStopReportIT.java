package vn.lienthong.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.hub.Hub;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.contract.ContractedAnswers;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.trial.OfficeRules;
import vn.lienthong.hub.trial.Quarter;
import vn.lienthong.hub.trial.Script;
import vn.lienthong.hub.trial.Story;

/** The whole quarter of xã Đại Sơn in a real ledger, asked for by the commands that people type. */
@SpringBootTest(
        classes = {LocalSignIn.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.integration=src/test/resources/packs/none/integration",
            "hub.routes=src/test/resources/packs/none/routes",
            "hub.local.folder=target/local-sign-in"
        })
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneStopReportIT {
    private static final List<Story> STORIES =
            Quarter.of(Script.daiSon(), OfficeRules.read(Path.of(".")), 2025).stories();
    private static final String SYSTEM = "made-up";
    private static final String[] DAYS = {"--from", "2025-07-01", "--to", "2025-09-15", "--unit", "31/11086"};

    private final Shell shell = new Shell();

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @BeforeAll
    void playTheQuarter() {
        var told = STORIES.stream().map(this::tell).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(told).join();
        reconcile();
    }

    private CompletableFuture<?> tell(Story story) {
        CompletableFuture<?> told = append(story, EntryKind.REGISTERED, story.registration());
        for (var event : story.events()) {
            var kind = EntryKind.of(event.path("event").asText()).orElseThrow();
            told = told.thenComposeAsync(before -> append(story, kind, event));
        }
        return told;
    }

    private CompletableFuture<?> append(Story story, EntryKind kind, ObjectNode body) {
        return ledger.append(new Submission(Samples.DAI_SON, null, story.code(), kind, body));
    }

    /** The system shows every certification as it was told, but for those whose clock it restarted. */
    private void reconcile() {
        var run = UUID.randomUUID();
        jdbc.sql("""
                        insert into reconciliation (id, system, from_at, until_at, state, started_by, started_at)
                        values (?, ?, '2025-07-01T00:00:00+07:00', '2025-09-16T00:00:00+07:00', 'COMPARED', 'test',
                          now())""").params(run, SYSTEM).update();
        jdbc.sql("""
                        insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
                        select ?, dossier, seq, id, 'register', 'DELIVERED', now(), now() from entry
                        where seq = 1 and dossier in (select code from dossier where field = 'CT')""").param(SYSTEM).update();
        jdbc.sql("""
                        insert into shown (reconciliation, code, page, n, record)
                        select ?, code, 0, 0, jsonb_build_object('status', status, 'receivedAt', received_at,
                          'dueAt', due_at, 'finishedAt', state::jsonb -> 'finishedAt',
                          'supplements', state::jsonb -> 'supplements')::text
                        from dossier where field = 'CT'""").param(run).update();
        var restamped =
                STORIES.stream().filter(Story::restamped).map(Story::code).toArray(String[]::new);
        assertThat(jdbc.sql("""
                                update shown set record = jsonb_build_object('status', 'processing',
                                  'receivedAt', (d.state::jsonb ->> 'finishedAt')::timestamptz + interval '1 day',
                                  'dueAt', (d.state::jsonb ->> 'finishedAt')::timestamptz + interval '2 days')::text
                                from dossier d where d.code = shown.code and d.code = any (?)""").param(restamped).update()).isEqualTo(28);
    }

    @BeforeEach
    void pointAtIt() {
        shell.with("HUB_URL", "http://localhost:" + port);
    }

    @Test
    void givesExactlyTheNumbersOfTheCommune() {
        var report = json("report");

        var total = report.at("/items/0");
        assertThat(total.path("received"))
                .isEqualTo(tree("{'total': 4374, 'online': 1475, 'direct': 2899, 'carriedOver': 0}"));
        assertThat(total.path("settled")).isEqualTo(tree("{'total': 4325, 'early': 4325, 'onTime': 0, 'late': 0}"));
        assertThat(total.path("inProgress")).isEqualTo(tree("{'total': 49, 'inTime': 49, 'overdue': 0}"));
        assertThat(total.at("/rates/online").asText()).isEqualTo("33.72");
        for (var rate : total.path("rates")) {
            assertThat(rate.isNumber()).isTrue();
        }
        assertThat(sum(report, "field")).isEqualTo(4374);
        assertThat(sum(report, "procedure")).isEqualTo(4374);
        assertThat(new ContractedAnswers(Contract.load()).check("/components/schemas/OneStopReport", report.toString()))
                .isEmpty();
    }

    private static long sum(JsonNode report, String level) {
        return report.path("items")
                .valueStream()
                .filter(line -> line.path("level").asText().equals(level))
                .mapToLong(line -> line.at("/received/total").asLong())
                .sum();
    }

    @Test
    void carriesOverWhatWasOpenAtTheEndOfAugust() {
        assertThat(shell.type("report", "--from", "2025-09-01", "--to", "2025-09-15", "--json"))
                .as(shell.err())
                .isZero();
        var september = tree(shell.out()).at("/items/0");
        assertThat(shell.type("report", "--from", "2025-07-01", "--to", "2025-08-31", "--json"))
                .isZero();
        var before = tree(shell.out()).at("/items/0");

        assertThat(september.at("/received/carriedOver").asInt())
                .isPositive()
                .isEqualTo(before.at("/inProgress/total").asInt());
        assertThat(september.at("/settled/total").asInt()
                        + before.at("/settled/total").asInt())
                .isEqualTo(4325);
    }

    @Test
    void explainsTheTwentyEightThatAreShownOverdue() {
        var figures =
                json("figures", "on-time", "--by", "field", "--system", SYSTEM).at("/items/0");
        assertThat(figures.at("/theirs/overdue").asInt()).isEqualTo(28);
        assertThat(figures.at("/ours/overdue").asInt()).isZero();
        assertThat(figures.path("missing").asInt()).isZero();

        var differences = json("figures", "on-time", "--system", SYSTEM, "--differences");
        assertThat(differences).hasSize(28);
        assertThat(differences.findValuesAsText("cause")).containsOnly("restamp");

        assertThat(shell.type(command("figures", "on-time", "--system", SYSTEM, "--differences")))
                .isZero();
        assertThat(shell.out()).contains("restamp", "overdue", "28 dossiers count otherwise there.");
        assertThat(shell.type(command("figures", "on-time", "--by", "field", "--system", SYSTEM)))
                .isZero();
        assertThat(shell.out()).contains("Tổng số", "Chứng thực", "MISSING");
        assertThat(shell.type(command("figures", "on-time"))).isZero();
        assertThat(shell.out()).contains("Xã Đại Sơn, Thành phố Hải Phòng", "4,374", "100.00");
    }

    @Test
    void showsTheReportToPeople() {
        assertThat(shell.type(command("report"))).isZero();

        assertThat(shell.out())
                .contains(
                        "Xã Đại Sơn, Thành phố Hải Phòng, 2025-07-01 - 2025-09-15",
                        "4,374",
                        "Hộ tịch",
                        "Online 33.72 %");
    }

    @Test
    void savesTheReportAsAWorkbook() throws IOException {
        var file = folder.resolve("bao-cao.xlsx");

        assertThat(shell.type(command("report", "--format", "xlsx", "-o", file.toString())))
                .as(shell.err())
                .isZero();

        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).contains("giải quyết thủ tục hành chính");
            var total = rows.stream()
                    .filter(row -> row.getCellText(0).equals("total"))
                    .findFirst()
                    .orElseThrow();
            assertThat(total.getCellAsNumber(3).orElseThrow().intValue()).isEqualTo(4374);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesTheReportAsCsv() {
        assertThat(shell.type(command("report", "--format", "csv")))
                .as(shell.err())
                .isZero();

        assertThat(shell.out())
                .contains("Tiếp nhận: tổng số", "total,,Tổng số,4374,1475,2899,0,4325,4325,0,0,49,49,0,33.72,");
    }

    @Test
    void refusesWhatCannotBeDone() throws IOException {
        assertThat(shell.type("report", "--from", "2025-07-01")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type(command("report", "--format", "xlsx"))).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type(command("figures", "on-time", "--differences"))).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("figures")).isEqualTo(ExitCode.USAGE);
        var file = folder.resolve("khong-co.xlsx");
        assertThat(shell.type(
                        "report",
                        "--from",
                        "2025-07-01",
                        "--to",
                        "2025-06-01",
                        "--format",
                        "xlsx",
                        "-o",
                        file.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("request.parameter", "to must not be before from");
        assertThat(file).doesNotExist();
    }

    private JsonNode json(String... command) {
        var all = new java.util.ArrayList<>(List.of(command(command)));
        all.add("--json");
        assertThat(shell.type(all.toArray(String[]::new))).as(shell.err()).isZero();
        return tree(shell.out());
    }

    private static String[] command(String... command) {
        return java.util.stream.Stream.of(command, DAYS)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    private static JsonNode tree(String json) {
        return Json.parse(json.replace('\'', '"').getBytes(UTF_8));
    }
}
