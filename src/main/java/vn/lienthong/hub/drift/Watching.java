package vn.lienthong.hub.drift;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.WireCall;
import vn.lienthong.hub.exchange.Keeping;

/**
 * Holds answers against what is known. What is learned is written before it is remembered, so that a node that is killed
 * learns it again, and two nodes notice once.
 */
@Component
class Watching {
    private static final String OURS = "hub.";
    /** A segment of an address that can be an id. */
    private static final Pattern ID = Pattern.compile("/[^/?]*\\d{4,}[^/?]*");

    private static final int MOST_PLACES = 2000;

    private final DriftRows rows;
    private final ExampleFields examples;
    private final Cards cards;
    private final KnownFailures failures;
    private final Keeping keeping;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final DriftSettings settings;
    private final Map<Known.Place, Known> remembered = new ConcurrentHashMap<>();

    Watching(
            DriftRows rows,
            ExampleFields examples,
            Cards cards,
            KnownFailures failures,
            Keeping keeping,
            TransactionTemplate transaction,
            InstantSource clock,
            DriftSettings settings) {
        this.rows = rows;
        this.examples = examples;
        this.cards = cards;
        this.failures = failures;
        this.keeping = keeping;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    void look(Heard heard) {
        cards.find(heard.system()).ifPresent(card -> {
            lookAtCode(card, heard);
            heard.tape().calls().forEach(call -> lookAtCall(call, heard));
        });
    }

    private void lookAtCode(SystemCard card, Heard heard) {
        var code = heard.outcome().code();
        if (code == null || code.startsWith(OURS)) {
            return;
        }
        var place = new Known.Place(heard.system(), heard.operation(), Aspect.CODE, "");
        var isExplained = isExplained(card, code, heard);
        judge(
                place,
                heard,
                known -> isExplained
                        ? new Judgement(known.tree(), List.of())
                        : Codes.judge(known.tree(), known.samples(), code, settings));
    }

    private boolean isExplained(SystemCard card, String code, Heard heard) {
        return card.outcomes().stream().anyMatch(rule -> rule.code().contains(code))
                || failures.on(card.route(), code, heard.outcome().text()).isPresent();
    }

    private void lookAtCall(WireCall call, Heard heard) {
        var certificate = call.certificate();
        if (certificate != null) {
            judge(whole(heard, Aspect.CERTIFICATE), heard, known -> Certificates.judge(known.tree(), certificate));
        }
        var date = call.date();
        if (date != null) {
            ClockOffset.seconds(date, heard.startedAt(), heard.endedAt())
                    .ifPresent(seconds -> judge(
                            whole(heard, Aspect.CLOCK),
                            heard,
                            known -> ClockOffset.judge(known.tree(), seconds, settings)));
        }
        fields(call).ifPresent(seen -> {
            var at = "%s %s %s".formatted(call.method(), ID.matcher(call.path()).replaceAll("/…"), call.status());
            judge(
                    new Known.Place(heard.system(), heard.operation(), Aspect.SHAPE, at),
                    heard,
                    known -> Shape.judge(known.tree(), known.samples(), seen, examples.of(heard.system()), settings));
        });
    }

    private static Known.Place whole(Heard heard, Aspect aspect) {
        return new Known.Place(heard.system(), "", aspect, "");
    }

    /** Of an answer that came whole. */
    private static Optional<Map<String, String>> fields(WireCall call) {
        var body = call.answer();
        var bytes = body.bytes();
        return call.signIn() || call.failure() != null || bytes.length == 0 || bytes.length < body.size()
                ? Optional.empty()
                : Fields.of(bytes);
    }

    private void judge(Known.Place place, Heard heard, Function<Known, Judgement> judge) {
        var known = remembered.get(place);
        if (known == null) {
            if (remembered.size() >= MOST_PLACES) {
                return;
            }
            known = rows.find(place);
        }
        if (known.samples() < settings.enough(place.aspect())
                || !judge.apply(known).known().equals(known.tree())) {
            known = Objects.requireNonNull(transaction.execute(status -> learn(place, heard, judge)));
        }
        remembered.put(place, known);
    }

    private Known learn(Known.Place place, Heard heard, Function<Known, Judgement> judge) {
        var known = rows.lock(place);
        var found = judge.apply(known);
        var next = new Known(Math.min(known.samples() + 1, settings.enough(place.aspect())), found.known());
        rows.learn(place, next);
        if (!found.moves().isEmpty()) {
            rows.notice(place, List.copyOf(found.moves()), heard.attempt(), clock.instant());
            if (heard.attempt() != null) {
                keeping.keep(heard.attempt());
            }
        }
        return next;
    }
}
