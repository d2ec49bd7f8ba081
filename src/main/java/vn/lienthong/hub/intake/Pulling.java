package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Fetches one page of what a system has to tell: each item is kept, then reported, then acknowledged. Killed between any
 * two of these, the item is listed again, or was kept; either way it is taken once.
 */
@Component
class Pulling {
    private final Connector connector;
    private final Breakers breakers;
    private final Hearing hearing;
    private final Keeping keeping;
    private final Settling settling;
    private final ReceivedRows rows;

    Pulling(
            Connector connector,
            Breakers breakers,
            Hearing hearing,
            Keeping keeping,
            Settling settling,
            ReceivedRows rows) {
        this.connector = connector;
        this.breakers = breakers;
        this.hearing = hearing;
        this.keeping = keeping;
        this.settling = settling;
        this.rows = rows;
    }

    /** The system could not be asked, or its answer not be read; says so in plain words. */
    static final class Unasked extends RuntimeException {
        Unasked(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Takes the page where the round stands.
     *
     * @return the cursor of the next one; missing after the last
     * @throws Unasked when the page, or an item of it, must be asked for again
     */
    JsonNode page(SystemCard card, Inbound.Pull pull, Round round) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("since", Times.text(round.since()))
                .put("until", Times.text(round.until()));
        if (round.cursor() != null) {
            question.put("cursor", round.cursor());
        }
        var page = ask(card, round.name(), question);
        for (var item : page.path("items")) {
            take(card, pull, round.name(), item);
        }
        return page.path("next");
    }

    private void take(SystemCard card, Inbound.Pull pull, String name, JsonNode item) {
        var id = item.path("id").asText("");
        var known = pull.fetch() == null ? null : rows.find(card.id(), name, id).orElse(null);
        // what is only listed is fetched once
        var state = known != null && known.isSettled() ? known.state() : settled(card, pull, name, id, item);
        if (pull.acknowledge() != null && !state.equals("TAKEN")) {
            var question = Json.MAPPER.createObjectNode().put("id", id).put("state", state);
            question.set("item", item);
            ask(card, pull.acknowledge(), question);
        }
    }

    private String settled(SystemCard card, Inbound.Pull pull, String name, String id, JsonNode item) {
        var raw = raw(pull.fetch() == null ? item : ask(card, pull.fetch(), (ObjectNode) item));
        var heard = hearing.hear(card, name, raw, Map.of());
        var received = keeping.keep(card, name, id, raw, Map.of(), heard);
        if (received.isSettled()) {
            return received.state();
        }
        settling.settle(card, received, heard);
        return rows.find(received.id()).map(Received::state).orElse("TAKEN");
    }

    /** As it came, where the route passes that on; what came as part of a larger answer is written anew. */
    private static byte[] raw(JsonNode item) {
        if (item.path("base64").isTextual()) {
            try {
                return Base64.getMimeDecoder().decode(item.path("base64").textValue());
            } catch (IllegalArgumentException e) {
                return item.path("base64").textValue().getBytes(StandardCharsets.UTF_8);
            }
        }
        return item.path("text").isTextual()
                ? item.path("text").textValue().getBytes(StandardCharsets.UTF_8)
                : Json.bytes(item.path("json"));
    }

    private JsonNode ask(SystemCard card, String verb, ObjectNode question) {
        if (!breakers.tryCall(card)) {
            throw new Unasked("tạm ngừng gọi vì hệ thống này đang lỗi");
        }
        var outcome = breakers.call(card, () -> connector.ask(card, verb, question));
        if (outcome instanceof Outcome.Acknowledged said) {
            return said.answer() == null
                    ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                    : said.answer();
        }
        throw new Unasked(outcome.text() == null ? String.valueOf(outcome.code()) : outcome.text());
    }
}
