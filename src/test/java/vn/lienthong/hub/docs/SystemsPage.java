package vn.lienthong.hub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.json.Json;

/** The page of all systems, as their cards tell it. */
final class SystemsPage {
    private static final String HEAD = """
            # Systems

            Made from the cards (`integration/*/system.yaml`) by `mvn test -Dtest=SystemsPageTest -Ddocs.write=true`; a test compares.

            STAND-IN means that no public contract is known and the wire is our invention, to be replaced when the owner's is at hand.
            All others are put together from public sources. Of each, the calls say which are real and which stand in; below them
            stands what of the wire is ours for want of a source, and what nobody could tell.
            """;

    private SystemsPage() {}

    static String text(Path integration) {
        var page = new StringBuilder(HEAD);
        var cards = cards(integration);
        page.append(
                "\n| system | owner | contract | platform | is told | answers | tells | open |\n|---|---|---|---|---|---|---|---|\n");
        cards.forEach(card -> page.append("| [%s](#%s) | %s | %s | %s | %s | %d | %s | %d |\n"
                .formatted(
                        text(card, "title"),
                        text(card, "id"),
                        text(card, "owner"),
                        contract(card),
                        platform(card),
                        card.has("receives") ? "yes" : "–",
                        card.path("answers").size(),
                        tells(card).isEmpty() ? "–" : "yes",
                        card.path("unknown").size())));
        cards.forEach(card -> page.append(section(card)));
        return page.toString();
    }

    private static List<JsonNode> cards(Path integration) {
        try (var folders = Files.list(integration)) {
            return folders.map(folder -> folder.resolve("system.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .map(SystemsPage::card)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode card(Path file) {
        try {
            return Json.MAPPER.valueToTree(
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(JsonNode card) {
        var lines = new ArrayList<String>();
        lines.add("\n## " + text(card, "id"));
        lines.add("%s · %s · contract: %s\n".formatted(text(card, "title"), text(card, "owner"), contract(card)));
        lines.add("| | |\n|---|---|");
        lines.add("| address in the card | `%s` |".formatted(text(card, "url")));
        lines.add("| platform on the way | %s |".formatted(platform(card)));
        card.path("receives")
                .forEach(rule -> lines.add("| told by `%s` | %s |".formatted(text(rule, "operation"), told(rule))));
        card.path("times")
                .properties()
                .forEach(time -> lines.add("| has room for less than a moment | `%s`: %s only |"
                        .formatted(time.getKey(), time.getValue().asText())));
        card.path("answers").properties().forEach(answer -> lines.add("| answers | `%s` |".formatted(answer.getKey())));
        tells(card).forEach(told -> lines.add("| tells us | %s |".formatted(told)));
        if (card.has("receives")) {
            lines.add(
                    "| after a doubt | `%s` |".formatted(card.path("uncertain").asText("probe")));
        }
        lines.add("| secrets | %s |".formatted(secrets(card)));
        lines.addAll(Calls.of(text(card, "id")).lines(card.path("standIn").asBoolean()));
        lines.addAll(open(card, "Stands in, for want of a source:", true));
        lines.addAll(open(card, "Not known:", false));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> tells(JsonNode card) {
        var tells = new ArrayList<>(Calls.of(text(card, "id")).told());
        card.path("callbacks").fieldNames().forEachRemaining(name -> tells.add("calls `%s`".formatted(name)));
        card.path("pulls")
                .properties()
                .forEach(pull -> tells.add(
                        "has `%s` fetched, every %s".formatted(pull.getKey(), text(pull.getValue(), "every"))));
        if (card.has("reports")) {
            tells.add("may report " + words(card.path("reports")));
        }
        return tells;
    }

    private static List<String> open(JsonNode card, String heading, boolean standsIn) {
        var found = StreamSupport.stream(card.path("unknown").spliterator(), false)
                .map(JsonNode::asText)
                .filter(unknown -> Calls.standsIn(unknown) == standsIn)
                .map(unknown -> "- " + unknown)
                .toList();
        return found.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of("\n" + heading), found.stream()).toList();
    }

    private static String platform(JsonNode card) {
        var platform = card.path("platform").asText("direct");
        return platform.equals("direct") ? "none" : "`" + platform + "`";
    }

    private static String told(JsonNode rule) {
        var told = words(rule.path("entries"));
        for (var narrowed : List.of("fields", "procedures", "channels")) {
            if (rule.has(narrowed)) {
                told += "; only %s %s".formatted(narrowed, words(rule.path(narrowed)));
            }
        }
        if (rule.path("afterEnd").asBoolean()) {
            told += "; also what claims to begin a dossier that has ended";
        }
        return rule.has("batch") ? told + "; up to %s in one call".formatted(text(rule, "batch")) : told;
    }

    private static String secrets(JsonNode card) {
        var names = words(card.path("credentials")).replace("${", "").replace("}", "");
        return names.isEmpty() ? "none" : names;
    }

    private static String words(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> "`" + value.asText() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String contract(JsonNode card) {
        if (card.path("standIn").asBoolean()) {
            return "**STAND-IN**";
        }
        return card.path("unknown").isEmpty() ? "complete" : "public sources, incomplete";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
