package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Asks a system for what it shows, page by page, and has each page compared while the next one is on
 * its way. A page, what differs in it and the place of the next one are kept in one commit: after a crash reading goes on
 * where it was.
 */
@Component
class Listing {
    private static final String VERB = "list";
    private static final String KEEP = """
            insert into shown (reconciliation, code, page, n, linked_to, record)
            select ?, s.code, ?, s.n, s.linked_to, s.record
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as s (code, linked_to, record, n)""";

    /** Not the flush of a commit is waited for: a page that a crash takes is read again, with its place. */
    static final String MAY_BE_LOST = "set local synchronous_commit = off";

    private final Ahead<Place, Page> ahead = new Ahead<>();
    private final Connector connector;
    private final Breakers breakers;
    private final RunRows runs;
    private final Sides sides;
    private final Comparing comparing;
    private final DiscrepancyRows discrepancies;
    private final InstantSource clock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Listing(
            Connector connector,
            Breakers breakers,
            RunRows runs,
            Sides sides,
            Comparing comparing,
            DiscrepancyRows discrepancies,
            InstantSource clock,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.connector = connector;
        this.breakers = breakers;
        this.runs = runs;
        this.sides = sides;
        this.comparing = comparing;
        this.discrepancies = discrepancies;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Reads one page and compares it.
     *
     * @throws CannotRead when the system gives none now
     */
    void readPage(Run run, SystemCard card, ComparisonRules rules, Instant busyUntil) {
        var page = ahead.get(new Place(run.id(), run.nextPage()), () -> page(run, run.nextPage(), card, rules));
        var next = page.next();
        if (next != null) {
            ahead.begin(new Place(run.id(), next), () -> page(run, next, card, rules));
        }
        var found = comparing.differences(card, rules, page.sides());
        transaction.executeWithoutResult(status -> {
            jdbc.execute(MAY_BE_LOST);
            if (runs.pageRead(run, next, page.records().size(), found.size(), busyUntil)) {
                keep(run, page.records());
                discrepancies.note(run.system(), run.id(), found, clock.instant());
            }
        });
    }

    private record Place(UUID run, @Nullable String page) {}

    private record Page(
            List<JsonNode> records,
            List<Side> sides,
            @Nullable String next) {}

    private Page page(Run run, @Nullable String page, SystemCard card, ComparisonRules rules) {
        var answer = ask(run, page, card);
        var records = records(answer);
        var story = rules.fields().stream().anyMatch(rule -> rule.field().isInStory());
        return new Page(
                records,
                sides.of(records, story),
                answer.hasNonNull("next") ? answer.get("next").asText() : null);
    }

    private JsonNode ask(Run run, @Nullable String page, SystemCard card) {
        if (!breakers.tryCall(card)) {
            throw new CannotRead(false, card.title() + " đang không liên lạc được");
        }
        var outcome = breakers.call(card, () -> connector.ask(card, VERB, question(run, page)));
        if (outcome instanceof Outcome.Acknowledged done && done.answer() != null) {
            return done.answer();
        }
        throw outcome instanceof Outcome.Refused
                ? new CannotRead(true, card.title() + " từ chối cho xem danh sách: " + outcome.text())
                : new CannotRead(false, card.title() + " chưa trả được danh sách: " + outcome.text());
    }

    private static ObjectNode question(Run run, @Nullable String page) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("from", Times.text(run.from()))
                .put("until", Times.text(run.until()));
        if (page != null) {
            question.put("page", page);
        }
        return question;
    }

    private static List<JsonNode> records(JsonNode answer) {
        var records = new ArrayList<JsonNode>();
        for (var record : answer.path("records")) {
            if (!record.path("code").isTextual()) {
                throw new CannotRead(true, "một hồ sơ trong danh sách không có mã");
            }
            records.add(record);
        }
        return records;
    }

    private void keep(Run run, List<JsonNode> records) {
        jdbc.update(KEEP, statement -> {
            statement.setObject(1, run.id());
            statement.setInt(2, run.pages());
            new Columns<>(statement, records)
                    .add(3, "text", Sides::code)
                    .add(4, "text", record -> record.path("linkedTo").textValue())
                    .add(5, "text", Json::text);
        });
    }

    /** The system gave no page. */
    static final class CannotRead extends RuntimeException {
        private final boolean forGood;

        CannotRead(boolean forGood, String message) {
            super(message, null, false, false);
            this.forGood = forGood;
        }

        boolean isForGood() {
            return forGood;
        }
    }
}
