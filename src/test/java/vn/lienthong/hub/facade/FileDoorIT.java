package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierStatus;

class FileDoorIT extends FacadeStory {
    private static final String FILES = "/api/v1/files";
    private static final String FILE = FILES + "/" + PlayedReconciliations.ID;
    private static final String HERE = FILES + "?dossier=" + DOSSIER + "&kind=GCS";

    @Autowired
    PlayedFiles files;

    @AfterEach
    void calm() {
        files.breaks = false;
    }

    @BeforeEach
    void register() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);
    }

    private HttpResponse<String> file(String path, String... headers) {
        var request = to(path, UPSTREAM_DAI_SON).POST(BodyPublishers.ofByteArray(PlayedFiles.BYTES));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void takesAPaperOfTheApplicant() {
        var answer = file(HERE);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(FILES + "/" + json(answer).path("id").asText());
        assertThat(files.filed.owner()).isEqualTo("030085000000");
        assertThat(files.filed.purpose()).isEqualTo("paper");
        assertThat(files.filed.declaredSha256()).isNull();
    }

    @Test
    void takesAPaperOfSomebodyElse() {
        file(HERE + "&purpose=result", "Paper-Owner", "030185000000");

        assertThat(files.filed.owner()).isEqualTo("030185000000");
        assertThat(files.filed.purpose()).isEqualTo("result");
    }

    @Test
    void passesOnWhatTheBytesShouldBe() {
        var sha256 = Json.sha256(PlayedFiles.BYTES);

        file(HERE, "Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");

        assertThat(files.filed.declaredSha256()).isEqualTo(sha256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-256=abc", "sha-512=:X48E:", "md5=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"})
    void refusesADigestThatItCannotCheck(String digest) {
        assertProblem(file(HERE, "Content-Digest", digest), 400, "request.parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "Nguyễn", "0301850000001"})
    void refusesAnOwnerWhoIsNobody(String number) {
        var header = java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8);

        assertProblem(file(HERE, "Paper-Owner", header), 400, "request.parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?dossier=" + DOSSIER,
                "?kind=GCS",
                "?dossier=x&kind=GCS",
                "?dossier=" + DOSSIER + "&kind=../../etc/passwd",
                "?dossier=" + DOSSIER + "&kind=GCS&owner=030085000000"
            })
    void refusesAnAddressThatTheContractDoesNotHave(String query) {
        assertProblem(file(FILES + query), 400, "request.parameter");
    }

    @Test
    void knowsNoDossierOutsideOfTheCallersUnits() {
        ledger.put(DOSSIER, "01", "00004", DossierStatus.RECEIVED);

        assertProblem(file(HERE), 404, "dossier.not-found");
        assertProblem(get(FILES + "?dossier=" + DOSSIER, UPSTREAM_DAI_SON), 404, "dossier.not-found");
    }

    @Test
    void listsToWhoeverSeesTheDossier() {
        assertThat(json(get(FILES + "?dossier=" + DOSSIER, AUDITOR))
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("ready");
    }

    @Test
    void handsOutAFileToBeSaved() {
        var answer = get(FILE, UPSTREAM_DAI_SON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("%PDF-1.7 0123456789");
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment; filename=\"GCS-");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Repr-Digest").orElseThrow()).startsWith("sha-256=:");
    }

    @Test
    void sendsNothingTwice() {
        var tag = get(FILE, UPSTREAM_DAI_SON).headers().firstValue("ETag").orElseThrow();

        var again = send(to(FILE, UPSTREAM_DAI_SON).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3, %PDF, bytes 0-3/19", "bytes=9-, 0123456789, bytes 9-18/19", "bytes=-4, 6789, bytes 15-18/19"
    })
    void handsOutARange(String range, String body, String contentRange) {
        var answer = send(to(FILE, UPSTREAM_DAI_SON).header("Range", range));

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue(contentRange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=x"})
    void handsOutAllForWhatIsNotOneRange(String range) {
        assertThat(send(to(FILE, UPSTREAM_DAI_SON).header("Range", range)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void handsOutAllWhenTheirPartIsOfAnother() {
        var request = to(FILE, UPSTREAM_DAI_SON).header("Range", "bytes=0-3").header("If-Range", "\"other\"");

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void hasNothingBehindItsEnd() {
        var answer = send(to(FILE, UPSTREAM_DAI_SON).header("Range", "bytes=19-"));

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes */19");
    }

    @Test
    void knowsNoFileByATextThatIsNoId() {
        assertProblem(get(FILES + "/x", UPSTREAM_DAI_SON), 404, "file.not-found");
    }

    @Test
    void breaksTheConnectionWhenAFileCannotBeReadToItsEnd() {
        files.breaks = true;

        assertThatThrownBy(() -> get(FILE, UPSTREAM_DAI_SON)).isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void asksForPapersInTheNameOfAnOfficer() {
        var answer = post(FILES + "/look-up", UPSTREAM_DAI_SON, question());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(files.asked.owner()).isEqualTo("030085000000");
        assertThat(files.asked.kind()).isEqualTo("GKS");
        assertThat(files.asked.officer()).isEqualTo("030180000000");
    }

    @Test
    void reusesAPaperOfAPersonWhoIsNamed() {
        var body = example("reuseFile", "residence").put("dossier", DOSSIER);

        assertThat(post(FILE + "/reuses", UPSTREAM_DAI_SON, body).statusCode()).isEqualTo(200);

        body.remove("owner");
        assertProblem(post(FILE + "/reuses", UPSTREAM_DAI_SON, body), 422, "request.invalid");
    }

    private com.fasterxml.jackson.databind.node.ObjectNode question() {
        return example("lookUpFiles", "birthCertificate").put("dossier", DOSSIER);
    }
}
