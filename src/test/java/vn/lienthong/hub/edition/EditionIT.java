package vn.lienthong.hub.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.Door;
import vn.lienthong.hub.Hub;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalSignIn;

/** Two hubs on one database, a shop, and callers that never stop asking while its files change. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The long form is run by hand: {@code -Dedition.edits=1000}. */
    private static final int EDITS = Integer.getInteger("edition.edits", 60);

    @TempDir
    static Path home;

    private static Shop shop;
    private static String database;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext two;

    @BeforeAll
    static void start() throws IOException {
        shop = new Shop();
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/packs/shop"), home);
        FileSystemUtils.copyRecursively(Path.of("mappings/catalogue"), home.resolve("mappings/catalogue"));
        FileSystemUtils.deleteRecursively(home.resolve("mappings/catalogue/failures"));
        database = TestHub.fresh();
        one = hub(home);
        two = hub(home);
    }

    private static ConfigurableApplicationContext hub(Path folder) {
        return new SpringApplicationBuilder(Hub.class, LocalSignIn.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/jwks",
                        "--hub.local.folder=target/local-sign-in",
                        "--hub.home=" + folder,
                        "--hub.edition.poll=200ms",
                        "--hub.delivery.poll=100ms",
                        "--hub.systems.shop.url=" + shop.url());
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        shop.close();
    }

    private static Door door(ConfigurableApplicationContext hub, LocalClient client) {
        var port = hub.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Door(port, hub.getBean(LocalKey.class), client);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(UTF_8));
    }

    /** By which files the price was asked and its answer read. */
    private static String price(ConfigurableApplicationContext hub, String item) {
        var question = Json.MAPPER.createObjectNode().put("item", item).put("purpose", "thử");
        question.putObject("officer").put("idNumber", "030180000000");
        try {
            var answer = door(hub, LocalClient.UPSTREAM_DAI_SON).post("/systems/shop/questions/price", question);
            return answer.statusCode() == 200
                    ? json(answer).path("asked").asText() + "/"
                            + json(answer).path("read").asText()
                    : answer.body();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static JsonNode history(ConfigurableApplicationContext hub) throws IOException {
        return json(door(hub, LocalClient.INTEGRATOR).get("/editions"));
    }

    private static long live() throws IOException {
        return history(one).at("/items/0/number").asLong();
    }

    private static EditionFiles folder() {
        return EditionFiles.of(Tree.in(home));
    }

    private static Map<String, byte[]> withVersion(String version) {
        var files = new TreeMap<>(folder().byPath());
        files.replaceAll((path, bytes) -> path.contains("/shop")
                ? new String(bytes, UTF_8)
                        .replace("\"one\"", "\"" + version + "\"")
                        .getBytes(UTF_8)
                : bytes);
        return files;
    }

    private static HttpResponse<String> apply(LocalClient client, long base, Map<String, byte[]> files)
            throws IOException {
        return send(client, "/editions?base=%d&why=%s".formatted(base, URLEncoder.encode("vì thử", UTF_8)), files);
    }

    private static HttpResponse<String> send(LocalClient client, String path, Map<String, byte[]> files)
            throws IOException {
        var door = door(one, client);
        return door.send(door.to(path)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(Zips.of(files))));
    }

    private static void applied(Map<String, byte[]> files) throws IOException {
        var answer = apply(LocalClient.INTEGRATOR, live(), files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static List<String> mistakes(HttpResponse<String> answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("detail").asText())
                .toList();
    }

    @Test
    @Order(1)
    void takesTheFolderAsTheFirstEdition() throws IOException {
        assertThat(live()).isEqualTo(1);
        assertThat(history(two).path("running").asLong()).isEqualTo(1);
        assertThat(price(one, "tea")).isEqualTo("one/one");
    }

    @Test
    @Order(2)
    void endsWhatWasBegunAsItBeganAndBeginsTheNextByTheNewFiles() throws IOException {
        var begun = CompletableFuture.supplyAsync(() -> price(one, "slow"));
        shop.awaitSlowQuestion();
        try (var load = new EndlessLoad()) {
            applied(withVersion("two"));

            assertThat(price(one, "tea")).isEqualTo("two/two");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(price(two, "tea")).isEqualTo("two/two"));
            load.assertAllWere("one/one", "two/two");
        }
        shop.answerTheSlow();
        assertThat(begun.join()).isEqualTo("one/one");
    }

    @Test
    @Order(3)
    void refusesEveryBrokenEditByFileAndLineAndRunsOn() throws IOException {
        applied(withVersion("one"));
        var base = live();
        var breaking = new Breaking(folder(), 20250812);
        try (var load = new EndlessLoad()) {
            for (int n = 0; n < EDITS; n++) {
                var broken = breaking.next(n);
                var answer = apply(LocalClient.INTEGRATOR, base, broken.files());

                assertThat(answer.statusCode()).as(broken.how() + answer.body()).isEqualTo(422);
                assertThat(json(answer).path("code").asText()).isEqualTo("edition.unsound");
                assertThat(json(answer).path("detail").asText())
                        .matches("edition " + base + " of \\d\\d:\\d\\d .*runs on");
                assertThat(mistakes(answer))
                        .as(broken.how())
                        .anySatisfy(mistake -> assertThat(mistake).matches("(?s)" + broken.file() + ":\\d+:.*"));
            }
            load.assertAllWere("one/one", "two/two");
        }
        assertThat(live()).isEqualTo(base);
        assertThat(price(one, "tea")).isEqualTo("one/one");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(price(two, "tea")).isEqualTo("one/one"));
    }

    @Test
    @Order(4)
    void deliversEveryDossierOnceThroughAllChanges() throws IOException {
        var codes = new java.util.ArrayList<String>();
        for (var version : List.of("three", "four", "one")) {
            for (int n = 0; n < 20; n++) {
                codes.add(Samples.code());
                assertThat(door(n % 2 == 0 ? one : two, LocalClient.UPSTREAM_DAI_SON)
                                .post("/dossiers", Samples.registration(codes.getLast()))
                                .statusCode())
                        .isEqualTo(202);
            }
            applied(withCard(withVersion(version), "concurrency: 50", "concurrency: " + (version.length() + 5)));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.told()).containsExactlyInAnyOrderElementsOf(codes));
    }

    private static Map<String, byte[]> withCard(Map<String, byte[]> files, String old, String fresh) {
        files.computeIfPresent(
                "integration/shop/system.yaml",
                (path, bytes) -> new String(bytes, UTF_8).replace(old, fresh).getBytes(UTF_8));
        return files;
    }

    @Test
    @Order(5)
    void plansWithoutChangingAnything() throws IOException {
        var before = live();
        var plan = json(send(
                LocalClient.INTEGRATOR,
                "/editions/plan",
                withCard(withVersion("five"), "timeout: 20s", "timeout: 5s")));

        assertThat(plan.path("base").asLong()).isEqualTo(before);
        assertThat(plan.path("mistakes")).isEmpty();
        assertThat(plan.path("concerns")).hasToString("[\"shop\"]");
        assertThat(plan.at("/cards").valueStream().map(key -> key.path("key").asText()))
                .contains("/limits/timeout");
        assertThat(plan.at("/files").findValuesAsText("diff"))
                .anySatisfy(diff -> assertThat(diff).contains("-limits: {timeout: 20s", "+limits: {timeout: 5s"));
        assertThat(plan.path("waiting")).isEmpty();
        assertThat(live()).isEqualTo(before);
        assertThat(price(one, "tea")).isEqualTo("one/one");
    }

    @Test
    @Order(6)
    void bringsAFormerEditionBackAndSaysSoInTheHistory() throws IOException {
        var base = live();
        var answer = door(one, LocalClient.INTEGRATOR)
                .post(
                        "/editions/2/restore",
                        Json.MAPPER.createObjectNode().put("base", base).put("why", "bản trước tốt hơn"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(price(one, "tea")).isEqualTo("two/two");
        var newest = history(one).at("/items/0");
        assertThat(newest.path("restores").asLong()).isEqualTo(2);
        assertThat(newest.path("client").asText()).isEqualTo("integrator");
        assertThat(newest.path("why").asText()).isEqualTo("bản trước tốt hơn");
        assertThat(json(door(one, LocalClient.OPS).get("/editions/2/changes?since=1"))
                        .path("concerns"))
                .hasToString("[\"shop\"]");
        assertThat(one.getBean(JdbcClient.class)
                        .sql("select count(*) from audit where action = 'edition.live' and actor = 'integrator'")
                        .query(Long.class)
                        .single())
                .isEqualTo(live() - 1);
    }

    @Test
    @Order(7)
    void refusesWhatWasPlannedAgainstAnotherEdition() throws IOException {
        var answer = apply(LocalClient.INTEGRATOR, 1, withVersion("six"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("code").asText()).isEqualTo("edition.moved");
    }

    @Test
    @Order(8)
    void letsOnlyIntegratorsChangeAnything() throws IOException {
        for (var client : List.of(LocalClient.OPS, LocalClient.AUDITOR, LocalClient.UPSTREAM_DAI_SON)) {
            assertThat(apply(client, live(), withVersion("six")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Order(9)
    void refusesAZipThatLeadsOutOfTheFolder() throws IOException {
        var files = withVersion("six");
        files.put("routes/../../evil.yaml", new byte[1]);
        var answer = apply(LocalClient.INTEGRATOR, live(), files);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("edition.files");
    }

    /** Stored by a node that was killed before it ran by it; and the folder of the next one is half-written. */
    @Test
    @Order(10)
    void everyNodeRunsByWhatWasStoredHoweverTheNodeThatStoredItEnded(@TempDir Path other) throws IOException {
        var files = EditionFiles.unzip(new java.io.ByteArrayInputStream(Zips.of(withVersion("seven"))));
        var stored = EditionRecord.of(
                live() + 1,
                files.hash(),
                Times.inOffice(java.time.Instant.now()),
                "integrator",
                "killed",
                null,
                new Comparison(List.of(), List.of(), List.of()));
        var rows = one.getBean(EditionRows.class);
        one.getBean(TransactionTemplate.class).executeWithoutResult(status -> rows.add(stored, files));

        FileSystemUtils.copyRecursively(home, other);
        Files.writeString(other.resolve("integration/shop/system.yaml"), "id: shop\ntitle: [half");
        try (var three = hub(other)) {
            assertThat(price(three, "tea")).isEqualTo("seven/seven");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(price(one, "tea")).isEqualTo("seven/seven"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(price(two, "tea")).isEqualTo("seven/seven"));
    }

    @Test
    @Order(11)
    void theWordsOfFailuresChangeWithTheEditionAndNotBefore() throws IOException {
        var failures = one.getBean(KnownFailures.class);
        var path = "mappings/catalogue/failures/hub.yaml";
        var known = withVersion("eight");
        known.put(path, FAILURES.getBytes(UTF_8));
        var broken = withVersion("eight");
        broken.put(path, FAILURES.replace("turn: hub", "turn: nobody").getBytes(UTF_8));

        assertThat(apply(LocalClient.INTEGRATOR, live(), broken).statusCode()).isEqualTo(422);
        assertThat(failures.on("shop", "E7", null)).isEmpty();
        applied(known);
        assertThat(failures.on("shop", "E7", null)).map(Advice::means).hasValue("Kho đóng cửa");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(two.getBean(KnownFailures.class).on("shop", "E7", null))
                        .isPresent());
    }

    private static final String FAILURES = """
            failures:
              - {id: closed, code: [E7], means: Kho đóng cửa, turn: hub, todo: Đợi kho mở.}
            """;

    @Test
    @Order(12)
    void keepsASessionUntilItsCardChanges() throws IOException {
        applied(withLogin(withVersion("nine")));
        assertThat(price(one, "tea")).isEqualTo("nine/nine");
        var logins = shop.logins();

        applied(withLogin(withVersion("ten")));
        assertThat(price(one, "tea")).isEqualTo("ten/ten");
        assertThat(shop.logins()).isEqualTo(logins);

        applied(withCard(withLogin(withVersion("ten")), "timeout: 20s", "timeout: 19s"));
        assertThat(price(one, "tea")).isEqualTo("ten/ten");
        assertThat(shop.logins()).isEqualTo(logins + 1);
    }

    private static Map<String, byte[]> withLogin(Map<String, byte[]> files) {
        files.put("mappings/shop/login.reply.jslt", "{\"session\": .session, \"code\": .code}".getBytes(UTF_8));
        for (var side : List.of("in", "out")) {
            files.put(
                    "integration/shop/examples/login.reply/known." + side + ".json",
                    "{\"session\": \"s1\", \"code\": \"0\"}".getBytes(UTF_8));
        }
        files.computeIfPresent(
                "routes/shop.camel.yaml", (path, bytes) -> (new String(bytes, UTF_8) + """

                - route:
                    id: shop.login
                    description: Begins a session
                    from:
                      uri: direct:shop.login
                      steps:
                        - setBody: {simple: ""}
                        - to: "{{shop.url}}/login?httpMethod=POST&{{shop.http}}"
                        - to: map:shop/login.reply
                """).getBytes(UTF_8));
        return withCard(files, "uncertain: probe", "uncertain: probe\nsession: {ttl: 1h}");
    }

    @Test
    @Order(13)
    void leavesABreakerOpenUntilItsCardSetsItOtherwise() throws IOException {
        var breakers = one.getBean(Breakers.class);
        var card = one.getBean(Cards.class).get("shop");
        for (int n = 0; n < card.breaker().minimumCalls() && breakers.tryCall(card); n++) {
            breakers.call(card, () -> new Outcome.Unreachable("hub.unreachable", null, false));
        }
        assertThat(breakers.state(card)).isEqualTo("open");

        applied(withVersion("eleven"));
        assertThat(breakers.state(card)).isEqualTo("open");

        applied(withCard(withVersion("eleven"), "wait: 10s", "wait: 9s"));
        assertThat(breakers.state(card)).isEqualTo("closed");
    }

    /** Two callers at one hub and one at the other, who ask as fast as they are answered. */
    private static final class EndlessLoad implements AutoCloseable {
        private final java.util.Queue<String> answers = new java.util.concurrent.ConcurrentLinkedQueue<>();
        private final List<Thread> callers;
        private volatile boolean ended;

        EndlessLoad() {
            callers = List.of(one, one, two).stream()
                    .map(hub -> Thread.ofVirtual().start(() -> {
                        while (!ended) {
                            answers.add(price(hub, "tea"));
                        }
                    }))
                    .toList();
        }

        void assertAllWere(String... possible) {
            close();
            assertThat(answers).isNotEmpty().isSubsetOf(possible);
            org.slf4j.LoggerFactory.getLogger(EditionIT.class).info("{} requests, none failed", answers.size());
        }

        @Override
        public void close() {
            ended = true;
            callers.forEach(caller -> {
                try {
                    caller.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
