package vn.lienthong.hub.journey;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.catalog.Mistake;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlMap;
import vn.lienthong.hub.journey.Journey.Ends;
import vn.lienthong.hub.journey.Journey.Part;
import vn.lienthong.hub.journey.Journey.Undo;

/** Reads one journey. */
final class JourneyFile {
    private static final DueRule MISTAKEN = new DueRule.WorkingDays(1);

    private JourneyFile() {}

    /**
     * @param file for the mistakes
     * @param systems that exist; a part that orders another one is a mistake
     */
    static Optional<Journey> read(Path file, String text, Set<String> systems, Mistakes mistakes) {
        return YamlMap.read(file, text, mistakes).map(from -> {
            var parts = parts(from, systems);
            if (parts.isEmpty()) {
                from.mistake("a journey has parts");
            }
            var journey = new Journey(
                    from.value("id", JourneyFile::name, ""),
                    from.text("title"),
                    from.text("basis"),
                    from.value("procedures", codes -> Set.of(codes.split(",\\s*")), Set.of()),
                    parts,
                    text);
            from.end();
            return journey;
        });
    }

    private static List<Part> parts(YamlMap from, Set<String> systems) {
        var seen = new HashSet<String>();
        return from.list("parts").stream()
                .map(part -> {
                    var read = part(part, systems);
                    if (!seen.add(read.id())) {
                        part.mistake(
                                Mistake.Kind.TWICE,
                                "id",
                                read.id(),
                                "'%s' stands here twice".formatted(read.id()),
                                Set.of());
                    }
                    return read;
                })
                .toList();
    }

    private static Part part(YamlMap from, Set<String> systems) {
        var system = from.find("system", JourneyFile::name).orElse(null);
        if (system != null && !systems.contains(system)) {
            from.mistake(
                    Mistake.Kind.REFERENCE, "system", system, "there is no system '%s'".formatted(system), systems);
        }
        var ends = from.find("ends", word -> word(Ends.class, word)).orElse(Ends.REPORT);
        var undo = from.value("undo", word -> word(Undo.class, word), Undo.NEVER);
        if (system == null && (ends == Ends.DELIVERY || undo == Undo.ORDER)) {
            from.mistake("without a system nothing is delivered");
        }
        var part = new Part(
                from.value("id", JourneyFile::name, ""),
                from.text("title"),
                system,
                ends,
                from.value("due", DueRule::parse, MISTAKEN),
                from.find("patience", DueRule::parse).orElse(null),
                undo,
                from.text("undoBasis"));
        from.end();
        return part;
    }

    private static String name(String text) {
        if (!text.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("lower case, digits and hyphens");
        }
        return text;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s"
                        .formatted(
                                word, Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT))));
    }
}
