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
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
        var cards = read(integration, (yaml, folder) -> card(yaml, folder, overrides, environment, mistakes), mistakes);
        mistakes.throwIfAny();
        return cards;
    }

    /** The cards without an installation: the sound ones, with the names of their secrets in place of the secrets. */
    public static Cards asWritten(Path integration, Mistakes mistakes) {
        return read(
                integration,
                (yaml, folder) ->
                        written(yaml, folder, new Check(yaml, mistakes)).map(CardReader::card),
                mistakes);
    }

    private static Cards read(
            Path integration, BiFunction<YamlFile, String, Optional<SystemCard>> reader, Mistakes mistakes) {
        var cards = new TreeMap<String, SystemCard>();
        for (var file : files(integration).parallelStream().map(CardFile::read).toList()) {
            file.noted.all().forEach(mistakes::add);
            file.yaml
                    .flatMap(yaml -> reader.apply(yaml, folderOf(yaml.file())))
                    .ifPresent(card -> cards.put(card.id(), card));
        }
        refuseTwoUsual(integration, cards, mistakes);
        return new Cards(() -> cards);
    }

    /** A file as it is written; several are read at once. */
    private record CardFile(Optional<YamlFile> yaml, Mistakes noted) {
        static CardFile read(Path file) {
            var noted = new Mistakes();
            return new CardFile(YamlFile.read(file, noted), noted);
        }
    }

    /** Which one takes a fee where nobody says must not depend on the order of names. */
    private static void refuseTwoUsual(Path integration, Map<String, SystemCard> cards, Mistakes mistakes) {
        cards.values().stream()
                .filter(Cards::isUsual)
                .skip(1)
                .forEach(card -> mistakes.add(
                        integration.resolve(card.id()).resolve(FILE), 1, "/payment/usual: another card says so too"));
    }

    private static boolean isUsual(SystemCard card) {
        return card.payment() != null && card.payment().usual();
    }

    private static String folderOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static Optional<SystemCard> card(
            YamlFile yaml, String folder, Overrides overrides, ConfigurableEnvironment environment, Mistakes mistakes) {
        var sound = new Check(yaml, mistakes);
        return written(yaml, folder, sound).flatMap(card -> installed(card, folder, overrides, environment, sound));
    }

    private static Optional<ObjectNode> written(YamlFile yaml, String folder, Check sound) {
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
            ObjectNode card, String folder, Overrides overrides, ConfigurableEnvironment environment, Check sound) {
        overrides
                .apply(folder, card)
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
