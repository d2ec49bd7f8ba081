package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;

/** The cards of all systems: those of one edition, or always those of the live one. */
public final class Cards {
    private static final String FILE = "system.yaml";
    private static final YamlSchema SCHEMA = YamlSchema.of("/schema/system.schema.json");
    private static final String ENVIRONMENT_NAME = "\\$\\{([A-Z][A-Z0-9_]*)\\}";

    private final Supplier<Map<String, SystemCard>> byId;

    /** @param byId asked whenever a card is, so that it may be those of the live edition */
    Cards(Supplier<Map<String, SystemCard>> byId) {
        this.byId = byId;
    }

    Map<String, SystemCard> byId() {
        return byId.get();
    }

    /**
     * Reads every card under a folder.
     *
     * @throws MistakesFound with every mistake of every card
     */
    public static Cards load(Path integration, ConfigurableEnvironment environment) {
        var mistakes = new Mistakes();
        var systems = files(integration).stream().map(Cards::folderOf).toList();
        var overrides = Overrides.of(environment, systems);
        var cards = of(read(integration, mistakes), sound -> card(sound, overrides, environment), mistakes);
        mistakes.throwIfAny();
        return cards;
    }

    /** The cards without an installation: the sound ones, with the names of their secrets in place of the secrets. */
    public static Cards asWritten(Path integration, Mistakes mistakes) {
        return asWritten(read(integration, mistakes), mistakes);
    }

    /** @param written as {@link #read(Path, Mistakes) read} before */
    public static Cards asWritten(Collection<YamlFile> written, Mistakes mistakes) {
        return of(written, sound -> written(sound).map(CardReader::card), mistakes);
    }

    /** The file of every card that can be read at all; several are read at once. */
    public static List<YamlFile> read(Path integration, Mistakes mistakes) {
        return mistakes.ofEach(files(integration), YamlFile::read);
    }

    private static Cards of(
            Collection<YamlFile> written, Function<Check, Optional<SystemCard>> reader, Mistakes mistakes) {
        var cards = mistakes.ofEach(written, (yaml, noted) -> reader.apply(new Check(yaml, noted)));
        var byId = cards.stream()
                .collect(Collectors.toMap(SystemCard::id, card -> card, (first, second) -> first, TreeMap::new));
        refuseTwoUsual(written, byId, mistakes);
        return new Cards(() -> byId);
    }

    /** Which one takes a fee where nobody says must not depend on the order of names, nor on another mistake. */
    private static void refuseTwoUsual(
            Collection<YamlFile> written, SortedMap<String, SystemCard> sound, Mistakes mistakes) {
        written.stream()
                .filter(yaml -> Optional.ofNullable(sound.get(folderOf(yaml.file())))
                        .map(Cards::isUsual)
                        .orElse(yaml.tree().at("/payment/usual").asBoolean()))
                .skip(1)
                .forEach(yaml -> mistakes.add(yaml.file(), 1, "/payment/usual: another card says so too"));
    }

    private static boolean isUsual(SystemCard card) {
        return card.payment() != null && card.payment().usual();
    }

    private static String folderOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static Optional<SystemCard> card(Check sound, Overrides overrides, ConfigurableEnvironment environment) {
        return written(sound).flatMap(card -> installed(card, overrides, environment, sound));
    }

    private static Optional<ObjectNode> written(Check sound) {
        var yaml = sound.yaml;
        var folder = folderOf(yaml.file());
        sound.keepsToSchema(yaml.tree(), "", pointer -> true);
        if (!yaml.tree().path("id").asText(folder).equals(folder)) {
            sound.mistake("/id", "is not the name of its folder, " + folder);
        }
        if (!sound.failed) {
            InboundReader.check(yaml.tree(), sound::mistake);
        }
        return sound.failed ? Optional.empty() : Optional.of(yaml.tree().deepCopy());
    }

    private static Optional<SystemCard> installed(
            ObjectNode card, Overrides overrides, ConfigurableEnvironment environment, Check sound) {
        overrides
                .apply(folderOf(sound.yaml.file()), card)
                .forEach(name -> sound.mistake("", "the environment sets " + name + ", which this card does not have"));
        // secrets may stand in the environment as they are; everything else keeps to the schema there too
        sound.keepsToSchema(card, "as set by the environment: ", pointer -> !pointer.startsWith("/credentials/"));
        fillCredentials(card, environment, sound);
        return sound.failed ? Optional.empty() : Optional.of(CardReader.card(card));
    }

    private static void fillCredentials(ObjectNode card, ConfigurableEnvironment environment, Check sound) {
        if (card.path("credentials") instanceof ObjectNode credentials) {
            for (var field : List.copyOf(credentials.properties())) {
                var text = field.getValue().asText();
                var name = text.replaceFirst(ENVIRONMENT_NAME, "$1");
                var value = name.equals(text) ? text : environment.getProperty(name);
                if (value == null) {
                    sound.mistake("/credentials/" + field.getKey(), "the environment has no " + name);
                } else {
                    credentials.put(field.getKey(), value);
                }
            }
        }
    }

    /** Checks of one card; remembers whether one failed. */
    private static final class Check {
        private final YamlFile yaml;
        private final Mistakes mistakes;
        private boolean failed;

        Check(YamlFile yaml, Mistakes mistakes) {
            this.yaml = yaml;
            this.mistakes = mistakes;
        }

        void keepsToSchema(JsonNode card, String where, Predicate<String> checked) {
            failed |= !SCHEMA.holds(yaml, card, where, checked, mistakes);
        }

        void mistake(String pointer, String what) {
            failed = true;
            yaml.mistake(pointer, what, mistakes);
        }
    }

    private static List<Path> files(Path integration) {
        try (var folders = Files.list(integration)) {
            return folders.map(folder -> folder.resolve(FILE))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<SystemCard> all() {
        return byId().values();
    }

    /** @throws IllegalArgumentException for a system that has no card */
    public SystemCard get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no system " + id));
    }

    /** Nothing for a system whose card has been taken away; what it once got is still on record. */
    public Optional<SystemCard> find(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    /** The system that answers a question. */
    public Optional<SystemCard> answering(String question) {
        return byId().values().stream()
                .filter(card -> card.answers().containsKey(question))
                .findFirst();
    }

    /** The system that fees are paid through where nobody names one. */
    public Optional<SystemCard> usualPayment() {
        return byId().values().stream().filter(Cards::isUsual).findFirst();
    }
}
