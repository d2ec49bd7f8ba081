package vn.lienthong.hub.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.connector.WalkedSteps.Step;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.pack.Touched.Kind;

/** What of the cards and routes of packs their golden examples and cases touch, and what none of them does. */
public final class Coverage {
    private static final String ROUTES = ".camel.yaml";
    private static final Pattern MAPPING = Pattern.compile("map:([^?\\]]+)");
    private static final int SHORT = 80;

    private final Tree tree;
    private final TestRun run;
    private final Cards cards;

    /** @param run of the same files */
    public Coverage(Tree tree, TestRun run) {
        this.tree = tree;
        this.run = run;
        this.cards = Cards.asWritten(tree.integration(), new Mistakes());
    }

    /**
     * Everything that packs with a card and cases say, pack by pack, in the order of kinds and files.
     *
     * @param results of the run
     */
    public List<Touched> of(Collection<String> packs, List<TestResult> results) throws IOException {
        var all = new ArrayList<Touched>();
        for (var pack : packs) {
            var card = cards.find(pack);
            if (card.isPresent() && run.isPlayed(pack)) {
                steps(pack, all);
                card(card.get(), results, all);
            }
        }
        return all;
    }

    private void steps(String pack, List<Touched> all) {
        var examples = Example.all(tree.integration()).stream()
                .map(example -> example.system() + "/" + example.mapping())
                .collect(Collectors.toSet());
        var places = new StepPlaces(tree.routes().resolve(pack + ROUTES));
        run.walked().all().entrySet().stream()
                .filter(step -> step.getKey().file().equals(pack + ROUTES))
                .map(step -> new Touched(
                        pack,
                        Kind.STEP,
                        places.of(step.getKey()),
                        shortened(step.getKey().label()),
                        step.getValue() || hasExample(step.getKey(), examples)))
                .sorted(Comparator.comparingInt(step -> step.place().line()))
                .forEach(all::add);
    }

    private static boolean hasExample(Step step, Set<String> examples) {
        var mapping = MAPPING.matcher(step.label());
        return mapping.find() && examples.contains(mapping.group(1));
    }

    private void card(SystemCard card, List<TestResult> results, List<Touched> all) throws IOException {
        var pack = tree.integration().resolve(card.id());
        var yaml = YamlFile.read(pack.resolve("system.yaml"), new Mistakes()).orElseThrow();
        var read = results.stream()
                .filter(result -> result.system().equals(card.id()))
                .flatMap(result -> result.rules().stream())
                .collect(Collectors.toSet());
        for (int i = 0; i < card.outcomes().size(); i++) {
            add(yaml, Kind.RULE, "/outcomes/" + i, read.contains(card.outcomes().get(i)), card, all);
        }
        var messages = Messages.of(pack);
        for (int i = 0; i < card.receives().size(); i++) {
            add(
                    yaml,
                    Kind.RECEIVES,
                    "/receives/" + i,
                    messages.has(card.receives().get(i)),
                    card,
                    all);
        }
        for (var question : card.answers().entrySet()) {
            add(yaml, Kind.QUESTION, "/answers/" + question.getKey(), messages.asks(question.getValue()), card, all);
        }
    }

    private static void add(
            YamlFile yaml, Kind kind, String pointer, boolean touched, SystemCard card, List<Touched> all) {
        var what = pointer.substring(1, pointer.lastIndexOf('/')) + " "
                + (kind == Kind.QUESTION
                        ? pointer.substring(pointer.lastIndexOf('/') + 1)
                        : yaml.tree().at(pointer).toString().replace("\"", ""));
        all.add(new Touched(card.id(), kind, yaml.keyPlace(pointer), shortened(what), touched));
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }
}
