package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.Door;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.PlayedScanner;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.SteadyStream;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** Papers of citizens through the facade of a running hub, on disk. */
class FileIT extends HubStory {
    private static final Path FOLDER = Path.of("target/hub-story-files");
    private static final Caller HANOI = new Caller("ha-noi", Set.of("upstream"), new UnitScope(Set.of("01")));
    private static final String APPLICANT = "030085000000";

    @Autowired
    private FileSettings settings;

    private byte[] paper() {
        return ("%PDF-1.7\n" + UUID.randomUUID()).getBytes(UTF_8);
    }

    private HttpResponse<String> file(byte[] bytes, String kind, String... headers) throws IOException {
        var request = door().to("/files?dossier=" + code + "&kind=" + kind).POST(BodyPublishers.ofByteArray(bytes));
        return door().send(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode filed(byte[] bytes, String kind) throws IOException {
        var answer = file(bytes, kind);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.parse(answer.body().getBytes(UTF_8));
    }

    private HttpResponse<byte[]> read(Door door, String id) throws IOException {
        return door.send(door.to("/files/" + id).GET(), BodyHandlers.ofByteArray());
    }

    private static String problem(HttpResponse<?> answer) {
        var body = answer.body() instanceof byte[] bytes ? bytes : ((String) answer.body()).getBytes(UTF_8);
        return Json.parse(body).path("code").asText();
    }

    @Test
    void keepsAPaperAndGivesItBack() throws IOException {
        register(code);
        var paper = paper();

        var file = filed(paper, "GCS");

        assertThat(file.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(file.path("size").asInt()).isEqualTo(paper.length);
        assertThat(file.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(Json.sha256(paper)));
        assertThat(read(door(), file.path("id").asText()).body()).isEqualTo(paper);
        assertThat(audited()).containsSubsequence("file.file", "file.read");
    }

    @Test
    void keepsNeitherNumberNorNameOfTheOwner() throws IOException {
        register(code);
        filed(paper(), "GCS");

        var row = jdbc.sql("select cast(row_to_json(f) as text) from citizen_file f where dossier = ?")
                .param(code)
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(APPLICANT).doesNotContain("Nguyễn");
        assertThat(row).doesNotContain(HexFormat.of().formatHex(Json.sha256(APPLICANT.getBytes(UTF_8))));
    }

    @Test
    void keepsTheSamePaperOnce() throws IOException {
        register(code);
        var paper = paper();
        var first = filed(paper, "GCS");

        var again = file(paper, "GCS");
        var asAnotherKind = file(paper, "GKS");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Json.parse(again.body().getBytes(UTF_8)).path("id")).isEqualTo(first.path("id"));
        assertThat(asAnotherKind.statusCode()).isEqualTo(201);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void refusesBytesThatAreNotThoseDeclared() throws IOException {
        register(code);

        var answer = file(paper(), "GCS", "Content-Digest", "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("file.digest-differs");
        assertNothingIsLeft();
    }

    @Test
    void refusesWhatIsNotWhatItIsCalled() throws IOException {
        register(code);

        var answer = file(
                "<html><script>alert(1)</script></html>".getBytes(UTF_8), "GCS", "Content-Type", "application/pdf");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(problem(answer)).isEqualTo("file.type");
        assertNothingIsLeft();
    }

    @Test
    void refusesWhatIsDeclaredTooLargeBeforeItComes() throws IOException {
        register(code);
        var most = settings.largest().toBytes();

        var answer = door().send(door().to("/files?dossier=" + code + "&kind=GCS")
                .expectContinue(true)
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new SteadyStream(most + 1)), most + 1)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer)).isEqualTo("file.too-large");
        assertNothingIsLeft();
    }

    @Test
    void refusesWhatIsHarmfulAndKeepsNothingOfIt() throws IOException {
        register(code);

        var answer = file(("%PDF-1.7 " + PlayedScanner.HARMFUL).getBytes(UTF_8), "GCS");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("file.infected");
        assertNothingIsLeft();
    }

    @Test
    void letsNobodyReadWhatTheScannerHasNotJudged() throws IOException {
        register(code);
        SCANNER.breaks("INSTREAM: Can't allocate memory ERROR");
        var paper = paper();

        var file = filed(paper, "GCS");

        assertThat(file.path("state").asText()).isEqualTo("quarantined");
        var early = read(door(), file.path("id").asText());
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(problem(early)).isEqualTo("file.quarantined");
        SCANNER.calm();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                read(door(), file.path("id").asText()).body())
                        .isEqualTo(paper));
    }

    @Test
    void destroysWhatTurnsOutToBeHarmful() throws IOException {
        register(code);
        SCANNER.breaks(" ");
        var file = filed(("%PDF-1.7 " + PlayedScanner.HARMFUL + code).getBytes(UTF_8), "GCS");
        var stored = stored(file.path("id").asText());
        assertThat(stored).exists();

        SCANNER.calm();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored).doesNotExist());
        assertThat(problem(read(door(), file.path("id").asText()))).isEqualTo("file.not-found");
        assertThat(audited()).contains("file.infected");
    }

    @Test
    void sweepsWhatAKilledNodeHasLeft() throws IOException {
        register(code);
        var file = filed(paper(), "GCS");
        var stored = stored(file.path("id").asText());
        var piece = FOLDER.resolve("incoming").resolve(UUID.randomUUID() + ".part");
        Files.write(piece, new byte[] {1});
        Files.setLastModifiedTime(
                piece,
                java.nio.file.attribute.FileTime.from(
                        CLOCK.instant().minus(settings.abandonedAfter().plusDays(1))));
        // as if the node had died between the bytes and the row
        jdbc.sql("update citizen_file set state = 'RECEIVING', filed_at = filed_at - interval '11 years' where id = ?")
                .param(UUID.fromString(file.path("id").asText()))
                .update();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(stored).doesNotExist();
            assertThat(piece).doesNotExist();
            assertNothingIsLeft();
        });
    }

    @Test
    void leavesAnUploadOnItsWayAlone() throws IOException {
        register(code);
        var file = filed(paper(), "GCS");
        var id = UUID.fromString(file.path("id").asText());
        jdbc.sql("update citizen_file set state = 'RECEIVING' where id = ?")
                .param(id)
                .update();
        var later = paper();
        var swept = filed(later, "GKS");
        jdbc.sql("update citizen_file set state = 'RECEIVING', filed_at = filed_at - interval '11 years' where id = ?")
                .param(UUID.fromString(swept.path("id").asText()))
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("select id from citizen_file where dossier = ?")
                                .param(code)
                                .query(UUID.class)
                                .list())
                        .containsExactly(id));
        assertThat(stored(id.toString())).exists();
    }

    @Test
    void letsAnotherOfficeReadAPaperOnlyAfterItWasReused() throws IOException {
        register(code);
        var id = filed(paper(), "GKS").path("id").asText();
        var other = Samples.code();
        var elsewhere = Samples.registration(other);
        elsewhere.putObject("unit").put("province", "01").put("commune", "00004");
        ledger.append(new Submission(HANOI, null, other, EntryKind.REGISTERED, elsewhere))
                .join();
        var hanoi = door("ha-noi", List.of("upstream"), List.of("01"));

        assertThat(problem(read(hanoi, id))).isEqualTo("file.not-found");
        assertThat(problem(hanoi.post("/files/" + id + "/reuses", asking(other, "030185000000"))))
                .isEqualTo("file.not-found");
        var held =
                Json.parse(hanoi.post("/files/look-up", asking(other, APPLICANT).put("kind", "GKS"))
                        .body()
                        .getBytes(UTF_8));
        assertThat(held.at("/items").valueStream().map(item -> item.path("id").asText()))
                .contains(id);
        assertThat(hanoi.post("/files/" + id + "/reuses", asking(other, APPLICANT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(hanoi.post("/files/" + id + "/reuses", asking(other, APPLICANT))
                        .statusCode())
                .isEqualTo(200);

        assertThat(read(hanoi, id).statusCode()).isEqualTo(200);
        var listed = Json.parse(hanoi.get("/files?dossier=" + other).body().getBytes(UTF_8));
        assertThat(listed.at("/items")).hasSize(1);
        assertThat(listed.at("/items/0/reused").asBoolean()).isTrue();
        assertThat(jdbc.sql("select purpose from file_reuse where dossier = ?")
                        .param(other)
                        .query(String.class)
                        .list())
                .containsExactly("Đăng ký thường trú");
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode asking(String dossier, String owner) {
        var question = Json.MAPPER.createObjectNode().put("dossier", dossier).put("purpose", "Đăng ký thường trú");
        question.putObject("owner").put("idNumber", owner);
        return question;
    }

    private HttpResponse<String> supply(Door door, String dossier, String... files) throws IOException {
        report(dossier, EntryKind.SUPPLEMENT_ASKED, Samples.event("supplement-asked", "10:00:00"));
        var event = Samples.event("supplement-supplied", "11:00:00");
        var papers = event.putArray("papers");
        for (var file : files) {
            papers.addObject().put("name", "Giấy khai sinh").put("file", file);
        }
        return door.post("/dossiers/" + dossier + "/events", event);
    }

    private List<String> reusedFor(String dossier) {
        return jdbc.sql("select file || ' ' || purpose || ' ' || reused_by from file_reuse where dossier = ?")
                .param(dossier)
                .query(String.class)
                .list();
    }

    @Test
    void anEventNamesPapersAndWhatWasFiledElsewhereIsReused() throws IOException {
        register(code);
        var elsewhere = filed(paper(), "GKS").path("id").asText();
        var first = code;
        code = Samples.code();
        register(code);
        var here = filed(paper(), "GKS").path("id").asText();

        var answer = supply(door(), code, elsewhere, here);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(reusedFor(code)).containsExactly(elsewhere + " supplement-supplied upstream-dai-son");
        assertThat(reusedFor(first)).isEmpty();
        assertThat(audited()).contains("file.reuse");
        var body = jdbc.sql("select body from entry where dossier = ? and kind = 'supplement-supplied'")
                .param(code)
                .query(String.class)
                .single();
        assertThat(Json.parse(body.getBytes(UTF_8))
                        .path("papers")
                        .valueStream()
                        .map(paper -> paper.path("file").asText()))
                .containsExactly(elsewhere, here);
    }

    @Test
    void anEventNamesNoPaperThatItsCallerMayNotRead() throws IOException {
        var hidden = Samples.code();
        var elsewhere = Samples.registration(hidden);
        elsewhere.putObject("unit").put("province", "01").put("commune", "00004");
        ledger.append(new Submission(HANOI, null, hidden, EntryKind.REGISTERED, elsewhere))
                .join();
        var hanoi = door("ha-noi", List.of("upstream"), List.of("01"));
        var filed = hanoi.send(
                hanoi.to("/files?dossier=" + hidden + "&kind=GKS").POST(BodyPublishers.ofByteArray(paper())));
        var id = Json.parse(filed.body().getBytes(UTF_8)).path("id").asText();
        register(code);

        var answer = supply(door(), code, id);

        assertThat(problem(answer)).isEqualTo("file.not-found");
        assertThat(answer.body()).contains("/papers");
        assertThat(problem(supply(door(), code, UUID.randomUUID().toString()))).isEqualTo("file.not-found");
        assertThat(reusedFor(code)).isEmpty();
    }

    @Test
    void anEventNamesNoPaperThatIsStillLookedAt() throws IOException {
        register(code);
        SCANNER.breaks("INSTREAM: Can't allocate memory ERROR");
        var id = filed(paper(), "GCS").path("id").asText();

        assertThat(problem(supply(door(), code, id))).isEqualTo("file.quarantined");
    }

    @Test
    void anEventIsRepeatedWhateverHasBecomeOfItsPapers() throws IOException {
        register(code);
        var id = filed(paper(), "GCS").path("id").asText();
        assertThat(supply(door(), code, id).statusCode()).isEqualTo(202);
        jdbc.sql("update citizen_file set state = 'INFECTED' where id = ?::uuid")
                .param(id)
                .update();

        assertThat(supply(door(), code, id).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit where dossier = ? and action like 'file.%' order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    private Path stored(String id) {
        return FOLDER.resolve("kept")
                .resolve(jdbc.sql("select stored_as from citizen_file where id = ?")
                        .param(UUID.fromString(id))
                        .query(String.class)
                        .single());
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(jdbc.sql("select count(*) from citizen_file where dossier = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(arriving()).isEmpty();
    }

    private static List<Path> arriving() throws IOException {
        try (var files = Files.list(FOLDER.resolve("incoming"))) {
            return files.toList();
        }
    }
}
