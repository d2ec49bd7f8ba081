package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Shows what comes out otherwise as people read it. */
final class ReplayText {
    private final PrintWriter out;

    ReplayText(PrintWriter out) {
        this.out = out;
    }

    void show(JsonNode differing) {
        out.printf(
                "%s %s of %s, delivery %d%n",
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
