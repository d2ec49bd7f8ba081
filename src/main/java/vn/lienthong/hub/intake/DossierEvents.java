package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/**
 * Reads CloudEvents 1.0 that carry what the facade would be sent, and checks them against the same contract. Source and
 * id of the event are caller and idempotency key. Who may write to the topic is the broker's to decide.
 */
@Component
final class DossierEvents {
    private static final String TYPE = "vn.lienthong.dossier.";
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Contract contract;

    DossierEvents(Contract contract) {
        this.contract = contract;
    }

    /** @throws NotAnEvent when it does not follow the contract */
    Submission read(byte[] message) {
        var event = Json.parse(message);
        if (!"1.0".equals(event.path("specversion").asText())) {
            throw new NotAnEvent("/specversion: not a CloudEvent 1.0");
        }
        var kind = kind(event.path("type").asText());
        var data = event.path("data");
        refuseViolations(kind, data);
        var dossier = word(event, "subject");
        if (!dossier.equals(data.path("code").asText(dossier))) {
            throw new NotAnEvent("/subject: is not the code of the dossier");
        }
        if (!kind.word().equals(data.path("event").asText(kind.word()))) {
            throw new NotAnEvent("/type: is not the event inside");
        }
        var caller = new Caller("kafka:" + word(event, "source"), Set.of("upstream"), UnitScope.EVERYWHERE);
        return new Submission(caller, word(event, "id"), dossier, kind, data);
    }

    private static EntryKind kind(String type) {
        return EntryKind.of(type.startsWith(TYPE) ? type.substring(TYPE.length()) : "")
                .orElseThrow(() -> new NotAnEvent("/type: not one of ours"));
    }

    private void refuseViolations(EntryKind kind, JsonNode data) {
        var schema = contract.requestSchema(kind == EntryKind.REGISTERED ? "registerDossier" : "reportEvent");
        var violations = schema.check(data);
        if (!violations.isEmpty()) {
            throw new NotAnEvent(violations.stream()
                    .map(violation -> "/data" + violation.pointer() + ": " + violation.message())
                    .collect(Collectors.joining("; ")));
        }
    }

    private static String word(JsonNode event, String field) {
        var value = event.path(field).asText();
        if (!WORD.matcher(value).matches()) {
            throw new NotAnEvent("/" + field + ": missing, too long, or with strange characters");
        }
        return value;
    }

    /** A message that is no event of ours; says where, never what. */
    static final class NotAnEvent extends RuntimeException {
        NotAnEvent(String message) {
            super(message, null, false, false);
        }
    }
}
