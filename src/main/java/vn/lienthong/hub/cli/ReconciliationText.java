package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** A finished comparison for people: what was found, by kind, and the first of each. */
final class ReconciliationText {
    private static final int LISTED = 50;

    private final PrintWriter out;

    ReconciliationText(PrintWriter out) {
        this.out = out;
    }

    void show(JsonNode found, HubClient hub) {
        out.printf(
                "%s  %s → %s  %s%n",
                found.path("system").asText(),
                DossierText.time(found.path("from").asText()),
                DossierText.time(found.path("until").asText()),
                found.path("state").asText());
        if (found.hasNonNull("fault")) {
            out.println(found.get("fault").asText());
        }
        out.printf(
                "%,d shown there, %,d compared, %,d different%n",
                found.path("shown").asLong(),
                found.path("compared").asLong(),
                found.path("found").asLong());
        if (!found.path("discrepancies").isEmpty()) {
            tallies(found.path("discrepancies"));
            list(found, hub);
        }
    }

    private void tallies(JsonNode tallies) {
        var table = new Table("KIND", "REASON", "REMEDY", "STATE", "COUNT");
        tallies.forEach(tally -> table.row(
                tally.path("kind").asText(),
                tally.path("reason").asText(),
                tally.path("remedy").asText(),
                tally.path("state").asText(),
                tally.path("count").asLong()));
        out.println();
        table.print(out);
    }

    private void list(JsonNode found, HubClient hub) {
        var page = hub.get("/discrepancies?limit=" + LISTED + "&reconciliation="
                        + found.path("id").asText())
                .body();
        var table = new Table("DOSSIER", "KIND", "OURS", "THEIRS", "WORKING MINUTES", "STATE", "NOTE");
        page.path("items")
                .forEach(item -> table.row(
                        item.path("dossier").asText(),
                        item.path("kind").asText(),
                        item.path("ours").asText("-"),
                        item.path("theirs").asText("-"),
                        item.hasNonNull("minutes") ? item.get("minutes").asLong() : (Object) "-",
                        item.path("state").asText(),
                        item.path("note").asText("")));
        out.println();
        table.print(out);
        if (page.hasNonNull("next")) {
            out.println("…");
        }
    }
}
