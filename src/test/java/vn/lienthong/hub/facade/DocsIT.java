package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.problem.ProblemCode;

class DocsIT extends FacadeStory {
    @ParameterizedTest
    @CsvSource({
        "/openapi.yaml,application/yaml;charset=UTF-8,registerDossier",
        "/docs,text/html;charset=UTF-8,swagger-ui-bundle.js",
        "/docs/problems,text/html;charset=UTF-8,request.invalid",
        "/docs/assets/docs.js,text/javascript,/openapi.yaml",
        "/docs/assets/docs.css,text/css,.page",
        "/docs/swagger-ui/swagger-ui-bundle.js,text/javascript,SwaggerUIBundle",
        "/docs/swagger-ui/swagger-ui.css,text/css,.swagger-ui"
    })
    void isOpenToStrangers(String path, String type, String holds) {
        var answer = send(to(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).contains(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/problems"})
    void runsNothingFromElsewhereAndNothingInline(String path) {
        var answer = send(to(path));

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "http");
        assertThat(answer.body()).doesNotContainPattern("<script(?![^>]+src=)");
        var addresses = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(answer.body());
        assertThat(addresses.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).matches("/[^/].*|data:,"));
    }

    @Test
    void everyFileThatThePageNeedsIsThere() {
        var addresses = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                .matcher(send(to("/docs")).body());

        assertThat(addresses.results().map(found -> found.group(1)))
                .allSatisfy(
                        address -> assertThat(send(to(address)).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void explainsEveryProblemWhereItsTypePoints(ProblemCode code) {
        assertThat(send(to("/docs/problems")).body()).contains("id=\"" + code.code() + "\"");
    }

    @Test
    void answersNothingNewToWhoHasTheContract() {
        var tag = send(to("/openapi.yaml")).headers().firstValue("ETag").orElseThrow();

        assertThat(send(to("/openapi.yaml").header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/assets/../application.yaml",
                "/docs/assets/..%2fapplication.yaml",
                "/docs/assets/application.yaml",
                "/docs/swagger-ui/../../../../application.yaml",
                "/docs/nothing"
            })
    void showsNoOtherFiles(String path) {
        assertThat(send(to(path)).statusCode()).isIn(400, 401, 404);
    }

    @Test
    void isOnlyForReading() {
        assertThat(send(to("/docs").method("POST", BodyPublishers.noBody())).statusCode())
                .isEqualTo(401);
    }
}
