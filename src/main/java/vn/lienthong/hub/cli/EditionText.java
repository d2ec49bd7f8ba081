package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Editions, as text. */
final class EditionText {
    private final PrintWriter out;
    private final boolean brief;

    EditionText(PrintWriter out) {
        this(out, true);
    }

    /** @param brief without what differs inside of files */
    EditionText(PrintWriter out, boolean brief) {
        this.out = out;
        this.brief = brief;
    }

    /** The number of the edition that is live. */
    static long live(HubClient hub) {
        return hub.get("/editions?limit=1").body().at("/items/0/number").asLong();
    }

    /** Mistakes come last, where they are seen. */
    void plan(JsonNode plan) {
        var base = plan.path("base").asLong();
        if (plan.path("files").isEmpty()) {
            out.println("Nothing would change: edition %d is made of these files.".formatted(base));
            return;
        }
        out.println("Against edition %d:".formatted(base));
        changes(plan);
        if (!plan.path("mistakes").isEmpty()) {
            out.println();
            out.println("It would be refused; edition %d would run on:".formatted(base));
            plan.path("mistakes").forEach(mistake -> out.println("  " + mistake.asText()));
        } else {
            out.println();
            out.println("Nothing is wrong with it. To put it live: apply --base %d --why ...".formatted(base));
        }
    }

    void changes(JsonNode changes) {
        if (changes.path("files").isEmpty()) {
            out.println("No file differs.");
            return;
        }
        var files = new Table("FILE", "OF", "IS");
        changes.path("files").forEach(file -> files.row(text(file, "path"), text(file, "of"), text(file, "is")));
        files.print(out);
        effects(changes.path("effects"));
        waiting(changes.path("waiting"));
        if (!changes.path("cards").isEmpty()) {
            out.println();
            var keys = new Table("CARD", "KEY", "BEFORE", "AFTER");
            changes.path("cards")
                    .forEach(key ->
                            keys.row(text(key, "system"), text(key, "key"), text(key, "before"), text(key, "after")));
            keys.print(out);
        }
        if (!brief) {
            changes.path("files").forEach(file -> diff(file.path("diff").asText("")));
        }
    }

    private void effects(JsonNode effects) {
        if (!effects.isEmpty()) {
            out.println();
            var table = new Table("SYSTEM", "WHAT CHANGES", "");
            effects.forEach(effect -> table.row(text(effect, "of"), text(effect, "is"), text(effect, "what")));
            table.print(out);
        }
    }

    private void waiting(JsonNode waiting) {
        if (!waiting.isEmpty()) {
            out.println();
            var table = new Table("WAITING FOR", "OPERATION", "TO SEND", "HELD");
            waiting.forEach(of -> table.row(
                    text(of, "system"),
                    text(of, "operation"),
                    of.path("toSend").asLong(),
                    of.path("held").asLong()));
            table.print(out);
            out.println("They go by the new files.");
        }
    }

    private void diff(String diff) {
        if (!diff.isEmpty()) {
            out.println();
            out.println(diff);
        }
    }

    void live(JsonNode edition, long base) {
        var number = edition.path("number").asLong();
        out.println(
                number == base
                        ? "Nothing changed: edition %d is made of these files.".formatted(number)
                        : "Edition %d runs: %s.".formatted(number, changed(edition)));
    }

    void history(JsonNode history) {
        var table = new Table("EDITION", "LIVE SINCE", "BY", "CHANGED", "WHY");
        history.path("items")
                .forEach(edition -> table.row(
                        edition.path("number").asLong(),
                        DossierText.time(text(edition, "liveAt")),
                        text(edition, "client"),
                        changed(edition),
                        text(edition, "why")));
        table.print(out);
        out.println();
        out.println("The node that answered runs edition %d."
                .formatted(history.path("running").asLong()));
    }

    private static String changed(JsonNode edition) {
        var concerns =
                edition.path("concerns").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        var files = "+%d ~%d -%d files"
                .formatted(
                        edition.path("added").asInt(),
                        edition.path("changed").asInt(),
                        edition.path("removed").asInt());
        return files
                + (concerns.isEmpty() ? "" : " of " + concerns)
                + (edition.hasNonNull("restores")
                        ? ", as edition " + edition.get("restores").asLong()
                        : "");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("-");
    }
}
