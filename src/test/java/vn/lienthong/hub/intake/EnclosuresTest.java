package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Papers that come inside a message become files of its dossier. */
class EnclosuresTest {
    private static final String CODE = "H24.129-250812-9063";
    private static final byte[] PAPER = "%PDF-1.7 sample".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final PlayedFiles files = new PlayedFiles();
    private final ObjectNode registration = Json.MAPPER.createObjectNode();
    private final ObjectNode paper =
            Json.MAPPER.createObjectNode().put("code", "van-ban-den").put("name", "Công văn");
    private SystemCard card;

    @BeforeEach
    void readTheCard() throws IOException {
        Files.createDirectories(folder.resolve("demo"));
        Files.writeString(folder.resolve("demo/system.yaml"), """
                id: demo
                title: Demo
                owner: nobody
                standIn: true
                url: http://localhost:1
                limits: {timeout: 1s, concurrency: 1}
                retry: {delays: [1s]}
                breaker: {failureRate: 50, window: 1, minimumCalls: 1, wait: 1s}
                outcomes: [{is: refused}]
                """);
        card = Cards.load(folder, new StandardEnvironment()).get("demo");
        registration.putObject("applicant").put("idNumber", "030085000000");
        paper.put("base64", Base64.getMimeEncoder().encodeToString(PAPER));
    }

    private JsonNode filed(String dossier, EntryKind kind) {
        var data = Json.MAPPER.createObjectNode();
        data.putArray("papers").add(paper).addObject().put("name", "Bản giấy");
        return new Enclosures(ledger(), files).filed(new Observation(card, "k", kind.word(), dossier, data), kind);
    }

    private JsonNode filed() {
        return filed(CODE, EntryKind.NOTED);
    }

    private Ledger ledger() {
        var at = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");
        var dossier = new Dossier(
                CODE,
                "31",
                "11086",
                "1.012812",
                "DD",
                "counter",
                at,
                "demo",
                null,
                null,
                null,
                null,
                null,
                1,
                at,
                registration,
                DossierState.received(at));
        return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    return Optional.of(dossier).filter(one -> one.code().equals(arguments[0]));
                });
    }

    @Test
    void anEntryNamesTheFileAndHoldsNoBytes() {
        var data = filed();

        assertThat(data.at("/papers/0/file").asText()).isEqualTo(PlayedFiles.ID.toString());
        assertThat(data.path("papers").findValue("base64")).isNull();
        assertThat(data.at("/papers/1").size()).isEqualTo(1);
        assertThat(files.bytes).containsExactly(PAPER);
        assertThat(files.filings).singleElement().satisfies(filing -> {
            assertThat(filing.caller()).isEqualTo("system:demo");
            assertThat(filing.dossier()).isEqualTo(CODE);
            assertThat(filing.place().commune()).isEqualTo("11086");
            assertThat(filing.owner()).isEqualTo("030085000000");
            assertThat(filing.purpose()).isEqualTo("paper");
        });
    }

    @Test
    void whatItIsFiledAsFollowsFromWhatItCameWith() {
        filed(CODE, EntryKind.SUPPLEMENT_SUPPLIED);
        filed(CODE, EntryKind.RESULT_SIGNED);

        assertThat(files.filings).extracting("purpose").containsExactly("supplement", "result");
    }

    @Test
    void nobodyFindsItByTheNumberOfAnApplicantWhoHasNone() {
        registration.putObject("applicant").put("name", "Công ty Mẫu");

        filed();

        assertThat(files.filings).extracting("owner").containsExactly(CODE);
    }

    @Test
    void theHashOfTheSenderGoesAlong() {
        paper.put("sha256", Base64.getEncoder().encodeToString(Json.sha256(PAPER)));

        var data = filed();

        assertThat(files.filings.getFirst().declaredSha256()).isEqualTo(Json.sha256(PAPER));
        assertThat(data.at("/papers/0").has("sha256")).isFalse();
    }

    @Test
    void whatIsNoBase64OrHasNoCodeIsRefused() {
        paper.put("base64", "JVBE*");
        assertRefused("request.invalid");
        paper.put("base64", "JVBE").put("sha256", "no hash!");
        assertRefused("request.invalid");
        paper.remove("sha256");
        paper.put("code", "văn bản");
        assertRefused("request.invalid");
        assertThat(files.filings).isEmpty();
    }

    @Test
    void aDossierThatIsNotThereHasNoFiles() {
        assertThatThrownBy(() -> filed("H24.129-250812-9999", EntryKind.NOTED))
                .isInstanceOfSatisfying(
                        SubmissionRefused.class, e -> assertThat(e.code()).isEqualTo("dossier.not-found"));
    }

    @Test
    void whatIsWrongWithAFileIsWrongWithTheMessage() {
        files.wrong = new Refusal(ProblemCode.FILE_INFECTED);
        assertRefused("file.infected");
    }

    @Test
    void whatTheHubCannotDoNowMakesTheMessageWait() {
        files.wrong = new Refusal(ProblemCode.HUB_UNAVAILABLE);
        assertThatThrownBy(this::filed).isInstanceOf(UncheckedIOException.class);
        files.wrong = new Refusal(ProblemCode.HUB_NO_FILES);
        assertThatThrownBy(this::filed).isInstanceOf(UncheckedIOException.class);
    }

    private void assertRefused(String code) {
        assertThatThrownBy(this::filed)
                .isInstanceOfSatisfying(
                        SubmissionRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
