package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Headers;
import vn.lienthong.hub.connector.Rehearsal;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.inquiry.Operation.Tried;
import vn.lienthong.hub.inquiry.Operation.Way;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/**
 * Tries what a system does for the hub, one by one, with the examples of its pack, which are about nobody. Called is only
 * what is known to change nothing: signing in, asking whether it has something, listing, and the call that the card names for
 * tests. Everything else is rehearsed.
 */
@Component
public class Operations {
    private static final String SEND = "send";
    private static final String LOGIN = "login";
    private static final String PROBE = "probe";
    private static final String LIST = "list";
    private static final String EXAMPLES = "examples";
    private static final String INPUT = ".in.json";
    private static final String REQUEST = ".request";
    private static final String NO_SECRET = "rehearsed";
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cards cards;
    private final Connector connector;
    private final Live live;
    private final Audit audit;
    private final InstantSource clock;
    /** A rehearsal reads all routes anew. */
    private final Semaphore oneRehearsal = new Semaphore(1);

    Operations(Cards cards, Connector connector, Live live, Audit audit, InstantSource clock) {
        this.cards = cards;
        this.connector = connector;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that there is an example for. */
    public List<Operation> of(SystemCard card) {
        var all = new ArrayList<Operation>();
        for (var rule : card.receives()) {
            all.add(new Operation(rule.operation(), SEND, Way.REHEARSAL));
        }
        if (card.sessionTtl() != null) {
            all.add(new Operation(LOGIN, LOGIN, Way.CALL));
        }
        if (card.uncertain() == SystemCard.Uncertain.PROBE) {
            all.add(new Operation(PROBE, PROBE, Way.CALL));
        }
        if (card.comparison() != null) {
            all.add(new Operation(LIST, LIST, Way.CALL));
        }
        card.answers()
                .forEach((question, verb) ->
                        all.add(new Operation(question, verb, isTestCall(card, verb) ? Way.CALL : Way.REHEARSAL)));
        return all.stream()
                .distinct()
                .filter(one -> sample(card, one).isPresent())
                .toList();
    }

    private static boolean isTestCall(SystemCard card, String verb) {
        var test = card.testCall();
        return test != null && test.verb().equals(verb);
    }

    /** What is called is on record, and opens and closes no breaker: it is no traffic. */
    public Tried test(SystemCard card, String name, Caller caller) {
        var operation = of(card).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.REQUEST_PARAMETER));
        audit.record(new AuditRow(caller.client(), "system.test", null, null, null, card.id() + " " + name))
                .join();
        var sample = sample(card, operation).orElseThrow();
        return operation.way() == Way.CALL ? called(card, operation, sample) : rehearsed(card, operation, sample);
    }

    private Tried called(SystemCard card, Operation operation, JsonNode sample) {
        var reached = Reached.of(
                card,
                () -> operation.verb().equals(LOGIN)
                        ? connector.login(card)
                        : connector.test(card, operation.verb(), sample));
        return new Tried(Way.CALL, reached, List.of(), null);
    }

    private Tried rehearsed(SystemCard card, Operation operation, JsonNode sample) {
        if (!oneRehearsal.tryAcquire()) {
            throw new Refusal(ProblemCode.HUB_UNAVAILABLE);
        }
        var tree = live.running().edition().tree();
        try (var rehearsal = Rehearsal.of(tree, clock, NO_SECRET)) {
            var headers = Headers.of(sample);
            headers.putIfAbsent("operation", operation.name());
            return rehearsal
                    .call(card.route(), operation.verb(), sample, headers)
                    .map(done -> new Tried(
                            Way.REHEARSAL,
                            null,
                            done.mapped().stream().map(Tape.Mapped::result).toList(),
                            done.failure()))
                    .orElseThrow(() -> new Refusal(ProblemCode.REQUEST_PARAMETER));
        } finally {
            oneRehearsal.release();
        }
    }

    /** An example of the pack, or what the card says of nobody; of a list, the last minute. */
    private Optional<JsonNode> sample(SystemCard card, Operation operation) {
        return switch (operation.verb()) {
            case LOGIN -> Optional.of(Json.MAPPER.createObjectNode());
            case LIST -> Optional.of(window());
            case SEND -> example(card, operation.name());
            case PROBE ->
                example(card, PROBE)
                        .or(() -> card.receives().stream()
                                .flatMap(rule -> example(card, rule.operation()).stream())
                                .findFirst());
            default ->
                operation.way() == Way.CALL && card.testCall() != null
                        ? Optional.of(card.testCall().message())
                        : example(card, operation.verb());
        };
    }

    private JsonNode window() {
        var now = Times.inOffice(clock.instant());
        return Json.MAPPER
                .createObjectNode()
                .put("from", Times.text(now.minus(WINDOW)))
                .put("until", Times.text(now));
    }

    private Optional<JsonNode> example(SystemCard card, String mapping) {
        var folder = live.running()
                .edition()
                .tree()
                .integration()
                .resolve(Path.of(card.route(), EXAMPLES, mapping + REQUEST));
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(INPUT))
                    .sorted()
                    .findFirst()
                    .map(Operations::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
