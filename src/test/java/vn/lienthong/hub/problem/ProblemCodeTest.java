package vn.lienthong.hub.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {
    private static final Path REFERENCE = Path.of("docs/reference/problems.md");
    private static final Pattern REFUSED =
            Pattern.compile("new SubmissionRefused\\(\\s*\"([^\"]+)\",\\s*(\\d+)", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void saysWhoseAndWhy(ProblemCode code) {
        assertThat(code.code())
                .matches(
                        "(request|caller|dossier|entry|unit|procedure|journey|payment|file|sign-in|subscription|system|reconciliation|discrepancy|received|delivery|edition|repair|outage|incident|drift|hub)\\.[a-z0-9-]+");
        assertThat(code.status()).isBetween(400, 599);
        assertThat(code.message()).endsWith(".");
        assertThat(ProblemCode.of(code.code())).hasValue(code);
    }

    @Test
    void knowsEveryCodeThatTheSourcesRefuseWith() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> REFUSED.matcher(read(file)).results())
                            .map(found -> found.group(1) + " " + found.group(2))
                            .distinct())
                    .isSubsetOf(Arrays.stream(ProblemCode.values())
                            .map(code -> code.code() + " " + code.status())
                            .toList());
        }
    }

    /** Run with {@code -Dreference.write=true} to write the page anew. */
    @Test
    void isExplainedInTheReference() throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(REFERENCE.getParent());
            Files.writeString(REFERENCE, reference());
        }

        assertThat(REFERENCE).hasContent(reference());
    }

    private static String reference() {
        return """
                # Problems

                Every error is `application/problem+json` (RFC 9457). Programs decide by `code`; people read `message`; operators find
                `faultId` in the log. `pointer` and `errors` say where in the body; nothing in a problem quotes what was sent. The part
                of the code before the dot says whose it is. A running hub shows this list at `/docs/problems`.

                | code | status | meaning | thông báo | repeat after |
                |---|---|---|---|---|
                %s
                """.formatted(Arrays.stream(ProblemCode.values())
                .map(code -> "| `%s` | %d | %s | %s | %s |"
                        .formatted(
                                code.code(),
                                code.status(),
                                code.title(),
                                code.message(),
                                code.retryAfter() == null ? "" : code.retryAfter() + " s"))
                .collect(Collectors.joining("\n")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
