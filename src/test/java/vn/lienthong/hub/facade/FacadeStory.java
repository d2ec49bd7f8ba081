package vn.lienthong.hub.facade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.contract.ContractedAnswers;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalKey;

/** Calls the facade over HTTP; every answer to a contracted address is checked against the contract. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        classes = FacadeUnderTest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.otlp.metrics.export.enabled=false",
            "management.tracing.export.enabled=false",
            "hub.local.folder=target/local-sign-in"
        })
abstract class FacadeStory {
    static final String DOSSIER = "H24.129-250812-0035";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    FakeLedger ledger;

    @Autowired
    LocalKey key;

    @Autowired
    Contract contract;

    @BeforeEach
    void forget() {
        ledger.forget();
    }

    String token(LocalClient client) {
        return token(client.id(), client.roles(), client.units());
    }

    String token(String client, List<String> roles, List<String> units) {
        return key.token(claims -> claims.subject(client)
                .audience(List.of("hub"))
                .claim("roles", roles)
                .claim("units", units)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofHours(1))));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder to(String path, LocalClient client) {
        return to(path).header("Authorization", "Bearer " + token(client));
    }

    HttpResponse<String> get(String path, LocalClient client) {
        return send(to(path, client));
    }

    HttpResponse<String> post(String path, LocalClient client, JsonNode body) {
        return send(posting(to(path, client), Json.bytes(body)));
    }

    static HttpRequest.Builder posting(HttpRequest.Builder request, byte[] body) {
        return posting(request, BodyPublishers.ofByteArray(body));
    }

    static HttpRequest.Builder posting(HttpRequest.Builder request, BodyPublisher body) {
        return request.header("Content-Type", "application/json").POST(body);
    }

    HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        var answer = unchecked(request);
        assertContracted(request, answer);
        return answer;
    }

    /** Not checked against the contract: the rows of a file are not in it. */
    HttpResponse<String> raw(String path, LocalClient client, @Nullable String accept) {
        var request = to(path, client);
        if (accept != null) {
            request.header("Accept", accept);
        }
        return unchecked(request.build());
    }

    private static HttpResponse<String> unchecked(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertContracted(HttpRequest request, HttpResponse<String> answer) {
        var path = request.uri().getPath();
        if (path.startsWith("/api/") && !request.method().equals("HEAD")) {
            var mediaType = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(new ContractedAnswers(contract)
                            .check(request.method(), path, answer.statusCode(), mediaType, answer.body()))
                    .as("%s %s answered %d %s", request.method(), path, answer.statusCode(), answer.body())
                    .isEmpty();
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(UTF_8));
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("/docs/problems#" + code);
        assertThat(problem.path("faultId").asText()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*");
        assertThat(problem.path("message").asText()).isNotBlank();
    }

    ObjectNode example(String operationId, String name) {
        return contract.document().path("paths").findParents("operationId").stream()
                .filter(operation -> operation.path("operationId").asText().equals(operationId))
                .map(operation -> operation.at("/requestBody/content/application~1json/examples/" + name + "/value"))
                .findFirst()
                .orElseThrow()
                .deepCopy();
    }

    ObjectNode birth() {
        return example("registerDossier", "birth");
    }

    ObjectNode step() {
        return example("reportEvent", "step");
    }
}
