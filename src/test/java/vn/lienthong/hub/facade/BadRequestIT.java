package vn.lienthong.hub.facade;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

class BadRequestIT extends FacadeStory {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @Test
    void refusesAThirteenDigitIdNumberWithoutRepeatingIt() {
        var body = birth();
        body.withObject("/applicant").put("idNumber", "0300850000000");

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, body);

        assertProblem(answer, 422, "request.invalid");
        assertThat(json(answer).path("pointer").asText()).isEqualTo("/applicant/idNumber");
        assertThat(answer.body()).doesNotContain("030085");
        assertThat(ledger.submissions).isEmpty();
    }

    @Test
    void namesEveryPlaceThatIsWrong() {
        var body = birth();
        body.put("channel", "fax").put("nickname", "x").remove("procedure");

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, body);

        assertProblem(answer, 422, "request.invalid");
        assertThat(json(answer).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/channel", "/nickname", "/procedure");
        assertThat(answer.body()).doesNotContain("fax");
    }

    @Test
    void refusesTenMegabytesThatAreAnnounced() {
        var answer = send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), BodyPublishers.ofByteArray(blanks(TEN_MEGABYTES))));

        assertProblem(answer, 413, "request.too-large");
    }

    @Test
    void refusesTenMegabytesThatComeInPieces() {
        var answer = send(posting(
                to(DOSSIERS, UPSTREAM_DAI_SON),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(blanks(TEN_MEGABYTES)))));

        assertProblem(answer, 413, "request.too-large");
    }

    @Test
    void readsNoFurtherThanTheLimit() throws IOException {
        var read = new long[1];
        var endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return ' ';
            }
        };
        var request = new StreamedRequest(endless);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new Requests(contract).body("registerDossier", request))
                .hasMessage("request.too-large");
        assertThat(read[0]).isEqualTo(Requests.LARGEST_BODY + 1L);
    }

    @Test
    void takesABodyOfOneMebibyte() {
        var body = Arrays.copyOf(Json.bytes(birth()), Requests.LARGEST_BODY);
        Arrays.fill(body, Json.bytes(birth()).length, body.length, (byte) ' ');

        assertThat(send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), body)).statusCode())
                .isEqualTo(202);
        assertProblem(
                send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), Arrays.copyOf(body, body.length + 1))),
                413,
                "request.too-large");
    }

    private static byte[] blanks(int count) {
        var blanks = new byte[count];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    @Test
    void refusesBrokenUtf8() {
        var body = Json.bytes(birth());
        body[new String(body, UTF_8).indexOf("Tr")] = (byte) 0xC3;

        assertProblem(send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), body)), 400, "request.unreadable");
    }

    @Test
    void refusesOtherEncodings() {
        var body = birth().toString().getBytes(UTF_16);

        assertProblem(send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), body)), 400, "request.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{\"code\":1,\"code\":2}", "<?xml version=\"1.0\"?><a/>", "{'a':1}"})
    void refusesWhatIsNotOneJsonValue(String body) {
        assertProblem(send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), body.getBytes(UTF_8))), 400, "request.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "{}"})
    void refusesJsonThatIsNoDossier(String body) {
        assertProblem(send(posting(to(DOSSIERS, UPSTREAM_DAI_SON), body.getBytes(UTF_8))), 422, "request.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
    void refusesOtherMediaTypes(String type) {
        var answer = send(to(DOSSIERS, UPSTREAM_DAI_SON)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(Json.bytes(birth()))));

        assertProblem(answer, 415, "request.media-type");
    }

    @Test
    void refusesABodyWithoutMediaType() {
        var answer = send(to(DOSSIERS, UPSTREAM_DAI_SON).POST(BodyPublishers.ofByteArray(Json.bytes(birth()))));

        assertProblem(answer, 415, "request.media-type");
    }

    @Test
    void answersOnlyWithJson() {
        var answer = send(to("/api/v1/dossiers", UPSTREAM_DAI_SON).header("Accept", "text/html"));

        assertProblem(answer, 406, "request.not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/api/v1/dossiers", "PUT,/api/v1/dossiers/H24.129-250812-0035", "GET,/api/v1/citizens/verify"})
    void tellsWhichMethodsAnAddressTakes(String method, String path) {
        var answer = send(to(path, UPSTREAM_DAI_SON).method(method, BodyPublishers.noBody()));

        assertProblem(answer, 405, "request.method");
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/nothing", "/api/v2/dossiers", "/", "/index.html", "/actuator", "/actuator/env", "/error"
            })
    void hasNothingAtOtherAddresses(String path) {
        assertProblem(get(path, UPSTREAM_DAI_SON), 404, "request.unknown-path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?comune=11086",
                "?limit=0",
                "?limit=201",
                "?status=lost",
                "?receivedFrom=yesterday",
                "?limit=1&limit=2"
            })
    void refusesAQueryOutsideTheContract(String query) {
        var answer = get(DOSSIERS + query, UPSTREAM_DAI_SON);

        assertProblem(answer, 400, "request.parameter");
        assertThat(json(answer).path("errors").findValuesAsText("parameter"))
                .containsExactly(query.substring(1, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/dossiers?limit=%zz HTTP/1.1",
                "GET /api/v1/dossiers/%00 HTTP/1.1",
                "GET /api/v1/dossiers/%2e%2e%2fsecret HTTP/1.1",
                "GET /api/v1/..;/dossiers HTTP/1.1",
                "GET //api/v1/dossiers HTTP/1.1",
                "GET /api/v1/%zz HTTP/1.1",
                "GET /api/{v1} HTTP/1.1",
                "TRACE / HTTP/1.1"
            })
    void answersBrokenHttpWithoutAPage(String line) throws IOException {
        var answer = raw(line + "\r\nHost: localhost\r\nAuthorization: Bearer " + token(UPSTREAM_DAI_SON)
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("Exception");
        var end = answer.indexOf("\r\n\r\n");
        assertThat(answer.substring(end + 4))
                .satisfiesAnyOf(
                        body -> assertThat(body).isEmpty(),
                        body -> assertThat(body).contains("\"faultId\""));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
