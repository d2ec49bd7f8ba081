package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Editions, as text. */
final class EditionText {
    private final PrintWriter out;
    private final Language language;
    private final boolean brief;

    EditionText(PrintWriter out, Language language) {
        this(out, language, true);
    }

    /** @param brief without what differs inside of files */
    EditionText(PrintWriter out, Language language, boolean brief) {
        this.out = out;
        this.language = language;
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
            out.println(say(
                            "Nothing would change: edition %d is made of these files.",
                            "Không có gì thay đổi: bản %d gồm đúng các tệp này.")
                    .formatted(base));
            return;
        }
        out.println(say("Against edition %d:", "So với bản %d:").formatted(base));
        changes(plan);
        if (!plan.path("mistakes").isEmpty()) {
            out.println();
            out.println(say("It would be refused; edition %d would run on:", "Sẽ bị từ chối; bản %d vẫn chạy tiếp:")
                    .formatted(base));
            plan.path("mistakes").forEach(mistake -> out.println("  " + mistake.asText()));
        } else {
            out.println();
            out.println(say(
                            "Nothing is wrong with it. To put it live: apply --base %d --why ...",
                            "Không có gì sai. Để đưa vào chạy: apply --base %d --why ...")
                    .formatted(base));
        }
    }

    void changes(JsonNode changes) {
        if (changes.path("files").isEmpty()) {
            out.println(say("No file differs.", "Không tệp nào khác."));
            return;
        }
        var files = new Table(say("FILE", "TỆP"), say("OF", "CỦA"), say("IS", "ĐÃ"));
        changes.path("files").forEach(file -> files.row(text(file, "path"), text(file, "of"), is(file)));
        files.print(out);
        effects(changes.path("effects"));
        waiting(changes.path("waiting"));
        if (!changes.path("cards").isEmpty()) {
            out.println();
            var keys = new Table(say("CARD", "THẺ"), say("KEY", "KHÓA"), say("BEFORE", "TRƯỚC"), say("AFTER", "SAU"));
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
            var table = new Table(say("SYSTEM", "HỆ THỐNG"), say("WHAT CHANGES", "THAY ĐỔI"), "");
            effects.forEach(
                    effect -> table.row(text(effect, "of"), is(effect), text(effect, language.of("what", "whatVi"))));
            table.print(out);
        }
    }

    private void waiting(JsonNode waiting) {
        if (!waiting.isEmpty()) {
            out.println();
            var table = new Table(
                    say("WAITING FOR", "ĐANG CHỜ"),
                    say("OPERATION", "THAO TÁC"),
                    say("TO SEND", "SẼ GỬI"),
                    say("HELD", "BỊ GIỮ"));
            waiting.forEach(of -> table.row(
                    text(of, "system"),
                    text(of, "operation"),
                    of.path("toSend").asLong(),
                    of.path("held").asLong()));
            table.print(out);
            out.println(say("They go by the new files.", "Chúng sẽ đi theo các tệp mới."));
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
                        ? say(
                                        "Nothing changed: edition %d is made of these files.",
                                        "Không có gì thay đổi: bản %d gồm đúng các tệp này.")
                                .formatted(number)
                        : say("Edition %d runs: %s.", "Bản %d đang chạy: %s.").formatted(number, changed(edition)));
    }

    void history(JsonNode history) {
        var table = new Table(
                say("EDITION", "BẢN"),
                say("LIVE SINCE", "CHẠY TỪ"),
                say("BY", "DO"),
                say("CHANGED", "THAY ĐỔI"),
                say("WHY", "LÝ DO"));
        history.path("items")
                .forEach(edition -> table.row(
                        edition.path("number").asLong(),
                        DossierText.time(text(edition, "liveAt")),
                        text(edition, "client"),
                        changed(edition),
                        text(edition, "why")));
        table.print(out);
        out.println();
        out.println(say("The node that answered runs edition %d.", "Máy vừa trả lời đang chạy bản %d.")
                .formatted(history.path("running").asLong()));
    }

    private String changed(JsonNode edition) {
        var concerns =
                edition.path("concerns").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        var files = say("+%d ~%d -%d files", "+%d ~%d -%d tệp")
                .formatted(
                        edition.path("added").asInt(),
                        edition.path("changed").asInt(),
                        edition.path("removed").asInt());
        return files
                + (concerns.isEmpty() ? "" : say(" of ", " của ") + concerns)
                + (edition.hasNonNull("restores")
                        ? say(", as edition ", ", như bản ")
                                + edition.get("restores").asLong()
                        : "");
    }

    private String is(JsonNode change) {
        var word = text(change, "is");
        return switch (word) {
            case "added" -> say(word, "thêm");
            case "changed" -> say(word, "đổi");
            case "removed" -> say(word, "bỏ");
            default -> word;
        };
    }

    private String say(String english, String vietnamese) {
        return language.of(english, vietnamese);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("-");
    }
}
