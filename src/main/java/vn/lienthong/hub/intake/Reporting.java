package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;

/**
 * Brings each thing that a system tells to where it belongs: the one door of the ledger, held to the same contract as
 * the facade, or the observer of its kind. Doing it twice does it once.
 */
@Component
class Reporting {
    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);

    private final Ledger ledger;
    private final Contract contract;
    private final Observations observations;
    private final Enclosures enclosures;

    Reporting(Ledger ledger, Contract contract, Observations observations, Enclosures enclosures) {
        this.ledger = ledger;
        this.contract = contract;
        this.enclosures = enclosures;
        this.observations = observations;
    }

    /**
     * @param key of the message, unique per system
     * @param translated what its route made of it
     */
    Fate report(SystemCard card, String key, JsonNode translated) {
        var values = Json.MAPPER.createArrayNode();
        var n = 0;
        for (var told : translated.path("observations")) {
            var kind = told.path("kind").asText();
            if (!isAllowed(card, kind, told.path("data"))) {
                return new Fate.Dead("system.kind-not-allowed", null);
            }
            var one = new Observation(card, key + "/" + n++, kind, text(told, "dossier"), told.path("data"));
            try {
                values.add(take(one));
            } catch (CompletionException e) {
                return failed(card, e.getCause() == null ? e : e.getCause());
            } catch (RuntimeException e) {
                return failed(card, e);
            }
        }
        return new Fate.Reported(values);
    }

    private static boolean isAllowed(SystemCard card, String kind, JsonNode data) {
        var allowed = card.inbound().reports();
        return allowed.contains(kind) && (!Enclosures.any(data) || allowed.contains(Enclosures.ALLOWED));
    }

    private static Fate failed(SystemCard card, Throwable failure) {
        var fate = failure instanceof NotContracted broken
                ? new Fate.Dead("request.invalid", broken.getMessage())
                : Fate.of(failure);
        if (fate instanceof Fate.Later) {
            LOG.warn(
                    "a message of {} must wait: {}",
                    card.id(),
                    failure.getClass().getSimpleName());
        }
        return fate;
    }

    private JsonNode take(Observation one) {
        var entry = EntryKind.of(one.kind());
        if (entry.isPresent()) {
            ledger.append(submission(one, entry.get())).join();
            return Json.MAPPER.createObjectNode();
        }
        return observations
                .of(one.kind())
                .orElseThrow(() -> new NotContracted("/kind: nobody waits for it"))
                .take(one);
    }

    private Submission submission(Observation one, EntryKind kind) {
        var body = body(one, Enclosures.any(one.data()) ? enclosures.filed(one, kind) : one.data(), kind);
        var operation = kind == EntryKind.REGISTERED ? "registerDossier" : "reportEvent";
        var violations = contract.requestSchema(operation).check(body);
        if (!violations.isEmpty()) {
            throw new NotContracted(violations.stream()
                    .map(violation -> violation.pointer() + ": " + violation.message())
                    .collect(Collectors.joining("; ")));
        }
        var dossier = one.dossier();
        if (dossier == null) {
            throw new NotContracted("/dossier: missing");
        }
        return new Submission(Caller.ofSystem(one.system().id()), one.key(), dossier, kind, body);
    }

    private static JsonNode body(Observation one, JsonNode told, EntryKind kind) {
        if (kind == EntryKind.REGISTERED || !(told instanceof ObjectNode data)) {
            return told;
        }
        var body = data.deepCopy().put("event", kind.word());
        if (kind == EntryKind.NOTED && body.path("noted") instanceof ObjectNode noted) {
            noted.put("system", one.system().id());
        }
        return body;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    /** What was told does not follow the contract; says where, never what. */
    private static final class NotContracted extends RuntimeException {
        NotContracted(String message) {
            super(message, null, false, false);
        }
    }
}
