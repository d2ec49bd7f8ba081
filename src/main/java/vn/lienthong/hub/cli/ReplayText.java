package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Shows what comes out otherwise as people read it. */
final class ReplayText {
    private final PrintWriter out;

    private final Language language;

    ReplayText(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    void show(JsonNode differing) {
        out.printf(
                language.of("%s %s of %s, delivery %d%n", "%s %s của %s, lần gửi %d%n"),
                differing.path("system").asText(),
                differing.path("operation").asText(),
                differing.path("dossier").asText(),
                differing.path("delivery").asLong());
        differing
                .path("changes")
                .forEach(change -> out.printf(
                        "    %s: %s -> %s%n",
                        change.path("where").asText(),
                        change.path("one").asText("-"),
                        change.path("other").asText("-")));
    }
}
