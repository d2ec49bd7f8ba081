package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.EntryKind;

/**
 * A delivery that this node holds for a while, with all that its message needs.
 *
 * @param was the state before the lease: only a pending delivery may be sent, all others are asked about first
 * @param attempts burnt so far
 * @param tries calls made so far, whatever came of them
 * @param askOnly a person wants to know whether they have it, and nothing sent
 * @param patch what an approved edit changes of the message
 */
record Leased(
        long id,
        UUID lease,
        String system,
        String dossier,
        int seq,
        String operation,
        DeliveryState was,
        int attempts,
        int tries,
        UUID entry,
        String kind,
        OffsetDateTime occurredAt,
        OffsetDateTime receivedAt,
        OffsetDateTime recordedAt,
        String body,
        String state,
        String dossierBody,
        boolean askOnly,
        @Nullable String patch) {

    boolean mustProbe() {
        return was != DeliveryState.PENDING;
    }

    /** The same for every attempt of this delivery, so that the system can tell a repeat. */
    String idempotencyKey() {
        return entry + ":" + system;
    }

    Map<String, Object> headers() {
        return Map.of(
                "operation",
                operation,
                "idempotencyKey",
                idempotencyKey(),
                "dossier",
                dossier,
                "entry",
                entry.toString());
    }

    /** As every message about the dossier has it. */
    JsonNode registration() {
        return Json.kept(dossierBody);
    }

    JsonNode message() {
        var message = Json.MAPPER.createObjectNode();
        message.put("operation", operation).put("idempotencyKey", idempotencyKey());
        message.set("dossier", registration());
        var after = Json.kept(state);
        message.set("state", after);
        message.set("entry", entryNode(after));
        return patch == null ? message : Edited.message(message, patch);
    }

    private ObjectNode entryNode(JsonNode after) {
        var node = Json.MAPPER.createObjectNode();
        node.put("id", entry.toString())
                .put("seq", seq)
                .put("event", kind)
                .put("occurredAt", inOffice(occurredAt))
                .put("receivedAt", inOffice(receivedAt))
                .put("recordedAt", inOffice(recordedAt));
        if (beginsNothing(after)) {
            node.put("startsClock", false);
        }
        node.set("data", Json.kept(body));
        return node;
    }

    private boolean beginsNothing(JsonNode after) {
        var finishedAt = after.path("finishedAt").textValue();
        return EntryKind.of(kind)
                .orElseThrow()
                .beginsNothing(seq, occurredAt, finishedAt == null ? null : OffsetDateTime.parse(finishedAt));
    }

    private static String inOffice(OffsetDateTime time) {
        return Times.text(Times.inOffice(time.toInstant()));
    }
}
