package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.contract.RequestSchema;
import vn.lienthong.hub.json.Json;

/** Every question that a card promises an answer to, with its contract in {@code contract/questions/}. */
public final class Questions {
    private final Supplier<Map<String, List<Question>>> bySystem;

    /** @param bySystem asked whenever a question is, so that it may be those of the live edition */
    Questions(Supplier<Map<String, List<Question>>> bySystem) {
        this.bySystem = bySystem;
    }

    /** @throws vn.lienthong.hub.catalog.MistakesFound with every contract that is missing or no JSON Schema */
    public static Questions read(Cards cards, Path integration) {
        var mistakes = new Mistakes();
        var bySystem = new TreeMap<String, List<Question>>();
        for (var card : cards.all()) {
            bySystem.put(card.id(), questions(card, integration.resolve(card.id()), mistakes));
        }
        mistakes.throwIfAny();
        return new Questions(() -> bySystem);
    }

    private static List<Question> questions(SystemCard card, Path pack, Mistakes mistakes) {
        var questions = new ArrayList<Question>();
        for (var name : card.answers().keySet()) {
            var contract = pack.resolve("contract/questions");
            var request = schema(contract.resolve(name + ".request.schema.json"), mistakes);
            var answer = schema(contract.resolve(name + ".answer.schema.json"), mistakes);
            if (request.isPresent() && answer.isPresent()) {
                questions.add(new Question(name, request.get(), answer.get(), RequestSchema.of(request.get())));
            }
        }
        return List.copyOf(questions);
    }

    private static Optional<ObjectNode> schema(Path file, Mistakes mistakes) {
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof ObjectNode schema) {
                return Optional.of(schema);
            }
            mistakes.add(file, 1, "is no JSON Schema");
        } catch (IOException e) {
            mistakes.add(file, 1, "is missing: the card says that the system answers this question");
        } catch (Json.UnreadableJson e) {
            mistakes.add(file, 1, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    Map<String, List<Question>> bySystem() {
        return bySystem.get();
    }

    /** In the order of the card; none of a system that there is not. */
    public List<Question> of(String system) {
        return bySystem().getOrDefault(system, List.of());
    }
}
