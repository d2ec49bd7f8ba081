package vn.lienthong.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import vn.lienthong.hub.json.Json;

@SpringBootTest(
        classes = LocalSignInIT.SignIn.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.otlp.metrics.export.enabled=false",
            "hub.local.folder=target/local-sign-in"
        })
class LocalSignInIT {
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @Import(LocalSignIn.class)
    static class SignIn {}

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JwtDecoder decoder;

    @ParameterizedTest
    @EnumSource(LocalClient.class)
    void givesEveryClientItsToken(LocalClient client) throws Exception {
        var answer = askToken(client.id(), client.secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        var token = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(token.path("expires_in").asInt()).isBetween(3590, 3600);
        var claims = decoder.decode(token.path("access_token").asText());
        assertThat(claims.getAudience()).containsExactly("hub");
        assertThat(claims.getClaimAsString("client_id")).isEqualTo(client.id());
        assertThat(claims.getClaimAsStringList("roles")).isEqualTo(client.roles());
        assertThat(claims.getClaimAsStringList("units")).isEqualTo(client.units());
    }

    @Test
    void givesNothingForAnotherSecret() throws Exception {
        assertThat(askToken("ops", "auditor-local-secret").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> askToken(String client, String secret) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void keepsItsKeyBetweenRuns(@TempDir Path folder) throws IOException {
        var home = folder.resolve("not/yet/there");
        var token = LocalKey.in(home).token(claims -> claims.subject("ops"));

        assertThat(LocalKey.in(home).decoder().decode(token).getSubject()).isEqualTo("ops");
        try (var files = Files.list(home)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }
}
