package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.OutcomeRule;
import vn.lienthong.hub.connector.CardReading;
import vn.lienthong.hub.live.Tree;
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

    static GoldenRun of(Tree tree) {
        return new GoldenRun(
                Mappings.ofExamples(tree.mappings(), CodeLists.read(tree.catalogue()), InstantSource.fixed(Example.AT)),
                Cards.asWritten(tree.integration(), new Mistakes()));
    }

    /**
     * Where it comes out otherwise than the example says.
     *
     * @throws MappingFailed when the mapping cannot translate it at all
     * @throws vn.lienthong.hub.mapping.MappingBroken when there is no such mapping, or it cannot work
     */
    public List<Difference> of(Example example) throws IOException {
        if (example.isUnreadable()) {
            return read(example);
        }
        var differences = differences(example, made(example));
        return differences.isEmpty() ? outcome(example) : differences;
    }

    /** Of what the mapping makes alone, whatever the rules of the card make of it. */
    static List<Difference> differences(Example example, JsonNode made) throws IOException {
        return example.isXml()
                ? Difference.between(Xml.read(Files.readAllBytes(example.out())), Xml.read(Xml.write(made)))
                : Difference.between(example.expected(), made);
    }

    /** What the mapping makes of the input. */
    JsonNode made(Example example) throws IOException {
        var input = Trees.read(Files.readAllBytes(example.in()));
        return mappings.mapping(example.system() + "/" + example.mapping()).apply(input, example.variables(input));
    }

    private static List<Difference> read(Example example) throws IOException {
        try {
            Trees.read(Files.readAllBytes(example.in()));
            return List.of(new Difference("", "unreadable", "readable"));
        } catch (UnreadableBody e) {
            return List.of();
        }
    }

    /** What the rules of the card make of it. */
    private List<Difference> outcome(Example example) throws IOException {
        var expected = example.outcome();
        var card = cards.find(example.system());
        if (expected.isEmpty() || card.isEmpty()) {
            return List.of();
        }
        var given = Given.of(example);
        var word = CardReading.word(
                card.get(), example.expected(), given.http(), given.platformFault(), example.isProbe());
        return word.equals(expected.get()) ? List.of() : List.of(new Difference("/outcome", expected.get(), word));
    }

    /** The rule of the card that the reply of the example is read by; none of what is no reply. */
    Optional<OutcomeRule> rule(Example example) throws IOException {
        var card = cards.find(example.system());
        if (example.outcome().isEmpty() || card.isEmpty()) {
            return Optional.empty();
        }
        var given = Given.of(example);
        return CardReading.rule(card.get(), example.expected(), given.http(), given.platformFault());
    }

    /** What the mapping saw beside the reply. */
    private record Given(@Nullable Integer http, boolean platformFault) {
        static Given of(Example example) throws IOException {
            var variables = example.variables(NullNode.instance);
            JsonNode http = variables.getOrDefault("http", NullNode.instance);
            return new Given(
                    http.isNull() ? null : http.asInt(),
                    variables.getOrDefault("headers", NullNode.instance).has("x-road-error"));
        }
    }
}
