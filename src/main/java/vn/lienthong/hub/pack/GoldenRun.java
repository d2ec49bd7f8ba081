package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.CardReading;
import vn.lienthong.hub.mapping.MappingFailed;
import vn.lienthong.hub.mapping.Mappings;
import vn.lienthong.hub.mapping.Trees;
import vn.lienthong.hub.mapping.UnreadableBody;
import vn.lienthong.hub.mapping.Xml;

/** Runs golden examples through their mappings, and replies through the rules of their cards. */
public final class GoldenRun {
    private final Mappings mappings;
    private final Cards cards;

    public GoldenRun(Mappings mappings, Cards cards) {
        this.mappings = mappings;
        this.cards = cards;
    }

    /**
     * How it comes out otherwise than the example says, if it does.
     *
     * @throws MappingFailed when the mapping cannot translate it at all
     * @throws vn.lienthong.hub.mapping.MappingBroken when there is no such mapping, or it cannot work
     */
    public Optional<Difference> of(Example example) throws IOException {
        if (example.isUnreadable()) {
            return read(example);
        }
        var input = Trees.read(Files.readAllBytes(example.in()));
        var made = mappings.mapping(example.system() + "/" + example.mapping()).apply(input, example.variables(input));
        var difference = example.isXml()
                ? Difference.between(Xml.read(Files.readAllBytes(example.out())), Xml.read(Xml.write(made)))
                : Difference.between(example.expected(), made);
        return difference.isPresent() ? difference : outcome(example);
    }

    private static Optional<Difference> read(Example example) throws IOException {
        try {
            Trees.read(Files.readAllBytes(example.in()));
            return Optional.of(new Difference("", "can be read, though it is meant to be broken"));
        } catch (UnreadableBody e) {
            return Optional.empty();
        }
    }

    private Optional<Difference> outcome(Example example) throws IOException {
        var expected = example.outcome();
        var card = cards.find(example.system());
        if (expected.isEmpty() || card.isEmpty()) {
            return Optional.empty();
        }
        var given = example.variables(NullNode.instance);
        JsonNode http = given.getOrDefault("http", NullNode.instance);
        var word = CardReading.word(
                card.get(),
                example.expected(),
                http.isNull() ? null : http.asInt(),
                given.getOrDefault("headers", NullNode.instance).has("x-road-error"),
                example.isProbe());
        return word.equals(expected.get())
                ? Optional.empty()
                : Optional.of(new Difference(
                        "/outcome", "the rules of the card make it %s, not %s".formatted(word, expected.get())));
    }
}
