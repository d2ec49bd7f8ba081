package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Fetches one page of what a system has to tell: each item is kept, then reported, then answered, then acknowledged.
 * Killed between any two of these, the item is listed again, or was kept; either way it is taken once.
 */
@Component
class Pulling {
    private final Asking asking;
    private final Answering answering;
    private final Hearing hearing;
    private final Keeping keeping;
    private final Settling settling;
    private final ReceivedRows rows;

    Pulling(
            Asking asking,
            Answering answering,
            Hearing hearing,
            Keeping keeping,
            Settling settling,
            ReceivedRows rows) {
        this.asking = asking;
        this.answering = answering;
        this.hearing = hearing;
        this.keeping = keeping;
        this.settling = settling;
        this.rows = rows;
    }

    /**
     * Takes the page where the round stands.
     *
     * @return the cursor of the next one; missing after the last
     * @throws Asking.Unasked when the page, or an item of it, must be asked for again
     */
    JsonNode page(SystemCard card, Inbound.Pull pull, Round round) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("since", Times.text(round.since()))
                .put("until", Times.text(round.until()));
        if (round.cursor() != null) {
            question.put("cursor", round.cursor());
        }
        var page = asking.ask(card, round.name(), question);
        for (var item : page.path("items")) {
            take(card, pull, round.name(), item);
        }
        return page.path("next");
    }

    private void take(SystemCard card, Inbound.Pull pull, String name, JsonNode item) {
        var id = item.path("id").asText("");
        var known = pull.fetch() == null ? null : rows.find(card.id(), name, id).orElse(null);
        // what is only listed is fetched once
        var received = known != null && known.isSettled() ? known : kept(card, pull, name, id, item);
        if (!received.isSettled()) {
            return;
        }
        if (pull.answer() != null) {
            answering.answer(card, pull.answer(), received);
        }
        if (pull.acknowledge() != null) {
            var question = Json.MAPPER.createObjectNode().put("id", id).put("state", received.state());
            question.set("item", item);
            asking.ask(card, pull.acknowledge(), question);
        }
    }

    private Received kept(SystemCard card, Inbound.Pull pull, String name, String id, JsonNode item) {
        var raw = raw(pull.fetch() == null ? item : asking.ask(card, pull.fetch(), (ObjectNode) item));
        var heard = hearing.hear(card, name, raw, Map.of());
        var received = keeping.keep(card, name, id, raw, Map.of(), heard);
        if (received.isSettled()) {
            return received;
        }
        settling.settle(card, received, heard);
        return rows.find(received.id()).orElse(received);
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
}
