package vn.lienthong.hub.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of mistake that integrators make.
 *
 * @param planting makes it in the files of a system and names the file where it must be found; nothing where the system
 *     has no place for it
 */
record Plant(String name, Rule rule, Planting planting) {
    @FunctionalInterface
    interface Planting {
        Optional<Path> in(Copy tree, String system);
    }

    private static final String PORTAL = "public-service-portal";

    private static String url(Copy tree) {
        return Copy.text(tree.card(PORTAL)).replaceAll("(?s).*\\nurl: (\\S+).*", "$1");
    }

    static List<Plant> all() {
        var all = new ArrayList<Plant>();
        all.addAll(cards());
        all.addAll(routes());
        all.addAll(mappings());
        all.addAll(packs());
        all.addAll(shared());
        return all;
    }

    private static Plant card(String name, Rule rule, String pattern, String text) {
        return new Plant(name, rule, (tree, system) -> tree.replace(tree.card(system), pattern, text));
    }

    private static Plant route(String name, Rule rule, String pattern, String text) {
        return new Plant(name, rule, (tree, system) -> tree.replace(tree.route(system), pattern, text));
    }

    private static List<Plant> cards() {
        return List.of(
                card("truncated card", Rule.FILE_SYNTAX, "(?s)\\nlimits: \\{timeout.*", "\nlimits: {timeout"),
                card("unknown key", Rule.KEY_UNKNOWN, "\\nlimits:", "\nlimts:"),
                card("unknown key within", Rule.KEY_UNKNOWN, "concurrency:", "concurency:"),
                card("missing key", Rule.KEY_MISSING, "\\nowner:[^\\n]*", ""),
                card("bad duration", Rule.VALUE_WRONG, "timeout: \\d+s", "timeout: soon"),
                card("bad type", Rule.VALUE_WRONG, "standIn: (true|false)", "standIn: maybe"),
                card("id of another folder", Rule.RULE_BROKEN, "\\nid: (\\S+)", "\nid: $1-two"),
                card("key twice", Rule.KEY_TWICE, "\\nurl: (\\S+)", "\nurl: $1\nurl: $1"),
                card("unknown entry", Rule.VALUE_WRONG, "entries: \\[([a-z-]+)", "entries: [$1x"),
                card("unknown meaning", Rule.VALUE_WRONG, "is: acknowledged", "is: acknowleged"),
                card("credential written out", Rule.VALUE_WRONG, "\"\\$\\{[A-Z_]+\\}\"", "\"s3cr3t-of-ours\""),
                card(
                        "password in the address",
                        Rule.SECRET,
                        "url: http://localhost",
                        "url: http://hub:s3cr3t@localhost"),
                new Plant(
                        "port of another",
                        Rule.CARD_ADDRESS,
                        (tree, system) -> system.equals(PORTAL)
                                ? Optional.empty()
                                : tree.replace(tree.card(system), "url: http://localhost:\\d+", "url: " + url(tree))),
                card("no route for a login", Rule.ROUTE_MISSING, "\\nlimits:", "\ntest: {call: heartbeat}\nlimits:"));
    }

    private static List<Plant> routes() {
        return List.of(
                route("half-written route", Rule.FILE_SYNTAX, "(?s)\\z", "- route:\n    id: \"unfinished\n"),
                route("unknown mapping", Rule.MAPPING_UNKNOWN, "map:([a-z-]+)/([a-z-]+)", "map:$1/$2-x"),
                route("route twice", Rule.ROUTE_TWICE, "(?s)(- route:\\n    id: .*?)(\\n\\n|\\z)", "$1\n$1\n\n"),
                route("route of another", Rule.ROUTE_NAME, "    id: [a-z-]+\\.", "    id: elsewhere."),
                route("unknown component", Rule.ROUTE_COMPONENT, "to: map:", "to: mpa:"),
                route("unknown step", Rule.ROUTE_STEP, "- to: map:", "- too: map:"),
                route("unknown key of a route", Rule.ROUTE_STEP, "    description:", "    descripton:"),
                route("unknown option", Rule.ROUTE_OPTION, "\\?as=headers", "?sa=headers"),
                route("bad value of an option", Rule.VALUE_WRONG, "\\?as=headers", "?as=header"),
                route("nearly an option", Rule.ROUTE_OPTION_LIKELY, "\\?httpMethod=", "?httpMetod="),
                route(
                        "retries",
                        Rule.ROUTE_RETRIES,
                        "(    id: [^\\n]*\\n)",
                        "$1    errorHandler: {deadLetterChannel: {deadLetterUri: \"log:dead\"}}\n"),
                route("no such setting", Rule.ROUTE_PLACEHOLDER, "(\\{\\{[a-z-]+)\\.url}}", "$1.adress}}"),
                route(
                        "contract that is not there",
                        Rule.FILE_MISSING,
                        "/contract/([a-z-]+)\\.wsdl",
                        "/contract/$1s.wsdl"),
                route("secret in a comment", Rule.SECRET, "(?s)\\z", "# password: Tr0ub4dor-and-3\n"),
                route("reached by another name", Rule.ROUTE_FROM, "uri: direct:([a-z.-]+)", "uri: direct:$1x"));
    }

    private static Plant mapping(String name, Rule rule, String pattern, String text) {
        return new Plant(
                name,
                rule,
                (tree, system) -> tree.mapping(system, pattern).flatMap(file -> tree.replace(file, pattern, text)));
    }

    private static Plant list(String name, Rule rule, String pattern, String text) {
        return new Plant(
                name,
                rule,
                (tree, system) -> Copy.in(tree.root().resolve("mappings/" + system)).stream()
                        .filter(file -> file.toString().endsWith(".csv"))
                        .flatMap(file -> tree.replace(file, pattern, text).stream())
                        .findFirst());
    }

    private static List<Plant> mappings() {
        return List.of(
                mapping("does not compile", Rule.MAPPING_BROKEN, "(?s)\\z", "\n}}"),
                mapping("unknown variable", Rule.MAPPING_BROKEN, "\\$message\\b", "\\$mesage"),
                mapping("unknown function", Rule.MAPPING_BROKEN, "local-time\\(", "locl-time("),
                mapping("unknown list", Rule.MAPPING_BROKEN, "lookup\\(\"([a-z-]+)\"", "lookup(\"$1x\""),
                mapping(
                        "unknown code of a list",
                        Rule.TABLE_ENTRY,
                        "lookup\\((\"[a-z-]+\"), [^,()]+, ([^,()]+)\\)",
                        "lookup($1, \"nowhere\", $2)"),
                list("days that overlap", Rule.DATES_DISORDER, "(?s)(\\n[^\\n]+,,\\n).*", "$1$1"),
                list("code of a shared list is missing", Rule.TABLE_ENTRY, "\\ncash,[^\\n]*", ""),
                list("code that no shared list has", Rule.REFERENCE_UNKNOWN, "\\ncash,", "\nbarter,x,,\ncash,"),
                new Plant(
                        "mapping nobody uses",
                        Rule.FILE_UNUSED,
                        (tree, system) -> Optional.of(
                                tree.create(tree.root().resolve("mappings/" + system + "/left-over.jslt"), "."))),
                new Plant(
                        "list nobody uses",
                        Rule.FILE_UNUSED,
                        (tree, system) -> Optional.of(tree.create(
                                tree.root().resolve("mappings/" + system + "/left-over.csv"), "code,value\n"))),
                new Plant(
                        "private key",
                        Rule.SECRET,
                        (tree, system) -> Optional.of(tree.create(
                                tree.pack(system, "examples/key.pem"), "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n"))));
    }

    private static Plant tests(String name, Rule rule, String pattern, String text) {
        return new Plant(name, rule, (tree, system) -> tree.replace(tree.pack(system, "tests.yaml"), pattern, text));
    }

    private static Plant stub(String name, String pattern, String text) {
        return new Plant(
                name,
                Rule.FILE_MISSING,
                (tree, system) -> Copy.below(tree.pack(system, "simulator/stubs")).stream()
                        .flatMap(file -> tree.replace(file, pattern, text).stream())
                        .findFirst());
    }

    private static List<Plant> packs() {
        return List.of(
                tests("unknown key of a test", Rule.KEY_UNKNOWN, "  expect:", "  expects:"),
                tests("one of five is not shown", Rule.TESTS_SHOWS, "shows: duplicate", "shows: success"),
                tests("unknown switch", Rule.TESTS_FAULT, "faults: \\{([a-z-]+)", "faults: {$1x"),
                tests("unknown operation", Rule.TESTS_OPERATION, "\\n  operation: ([a-z-]+)", "\n  operation: $1x"),
                tests("unknown verb", Rule.ROUTE_UNKNOWN, "\\n  call: ([a-z-]+)", "\n  call: $1x"),
                tests("message that is not there", Rule.RULE_BROKEN, "message: examples/", "message: example/"),
                stub("script that is not there", "\"script\": \"([a-z-]+)\\.jslt", "\"script\": \"$1-x.jslt"),
                stub("schema that is not there", "\"schema\": \"([a-z-]+)\\.", "\"schema\": \"$1-x."),
                new Plant(
                        "no contract",
                        Rule.CONTRACT_MISSING,
                        (tree, system) -> tree.delete(tree.pack(system, "contract"))
                                ? Optional.of(tree.card(system))
                                : Optional.empty()),
                new Plant(
                        "no tests",
                        Rule.TESTS_MISSING,
                        (tree, system) -> tree.delete(tree.pack(system, "tests.yaml"))
                                ? Optional.of(tree.card(system))
                                : Optional.empty()),
                new Plant("no golden example", Rule.EXAMPLE_MISSING, Plant::withoutExample),
                new Plant(
                        "golden pair that differs",
                        Rule.EXAMPLE_DIFFERS,
                        (tree, system) -> example(tree, system, ".out.json", "\"[A-Za-z]+\": \"[^\"]+\"(,?\\s)")
                                .flatMap(file ->
                                        tree.replace(file, "(\"[A-Za-z]+\": )\"[^\"]+\"(,?\\s)", "$1\"another\"$2"))),
                new Plant(
                        "half a golden pair",
                        Rule.EXAMPLE_HALF,
                        (tree, system) -> example(tree, system, ".in.json", "")
                                .filter(in -> tree.delete(in.resolveSibling(
                                        in.getFileName().toString().replace(".in.json", ".out.json"))))),
                new Plant(
                        "example that is no JSON",
                        Rule.FILE_SYNTAX,
                        (tree, system) -> example(tree, system, ".out.json", "\\}")
                                .flatMap(file -> tree.replace(file, "\\}\\s*\\z", ""))));
    }

    private static Optional<Path> withoutExample(Copy tree, String system) {
        return Copy.in(tree.pack(system, "examples")).stream().findFirst().map(folder -> {
            tree.delete(folder);
            return tree.root().resolve("mappings/" + system + "/" + folder.getFileName() + ".jslt");
        });
    }

    private static Optional<Path> example(Copy tree, String system, String suffix, String pattern) {
        return Copy.below(tree.pack(system, "examples")).stream()
                .filter(file -> file.toString().endsWith(suffix))
                .filter(file -> java.util.regex.Pattern.compile(pattern)
                        .matcher(Copy.text(file))
                        .find())
                .filter(file -> suffix.equals(".out.json")
                        || Files.exists(file.resolveSibling(
                                file.getFileName().toString().replace(".in.json", ".out.json"))))
                .findFirst();
    }

    /** In a file that all share, where one mistake can hide another. */
    private static Plant shared(String name, Rule rule, String file, String pattern, String text) {
        return new Plant(
                name,
                rule,
                (tree, system) -> tree.isAsItWas(file)
                        ? tree.replace(tree.root().resolve(file), pattern, text)
                        : Optional.empty());
    }

    private static List<Plant> shared() {
        return List.of(
                shared(
                        "journey with an unknown system",
                        Rule.REFERENCE_UNKNOWN,
                        "routes/journeys/birth.yaml",
                        "system: social-insurance",
                        "system: social-insurence"),
                shared(
                        "journey that comes back to a part",
                        Rule.KEY_TWICE,
                        "routes/journeys/birth.yaml",
                        "id: health-card",
                        "id: residence"),
                shared(
                        "order that nobody receives",
                        Rule.RULE_BROKEN,
                        "routes/journeys/birth.yaml",
                        "system: social-insurance",
                        "system: vneid"),
                shared(
                        "units that overlap",
                        Rule.RULE_BROKEN,
                        "mappings/catalogue/units.csv",
                        "2025-06-30",
                        "2025-07-30"),
                shared(
                        "rules in disorder",
                        Rule.RULE_BROKEN,
                        "mappings/catalogue/procedures.yaml",
                        "(?s)(    rules:\\n)(      - \\{[^\\n]*\\n)",
                        "$1$2$2"),
                shared(
                        "day twice",
                        Rule.VALUE_WRONG,
                        "mappings/catalogue/calendar/2025.yaml",
                        "(  - \\{off: 2025-01-01[^\\n]*\\n)",
                        "$1$1"),
                // in its own turn, for a card that is broken otherwise is not compared with the others
                new Plant(
                        "two usual payments",
                        Rule.RULE_BROKEN,
                        (tree, system) -> system.equals("vnpay")
                                ? tree.replace(tree.card(system), "\\npayment: \\{", "\npayment: {usual: true, ")
                                : Optional.empty()));
    }
}
