package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/**
 * What a caller wants to have recorded; its form is already checked against the contract.
 *
 * @param idempotencyKey the caller's own key, unique per caller; without one, equal content is the same report
 */
public record Submission(
        Caller caller, @Nullable String idempotencyKey, String dossier, EntryKind kind, JsonNode body) {

    /** The filed papers that it names, in its order. */
    public List<UUID> files() {
        return body.path("papers")
                .valueStream()
                .map(paper -> paper.path("file"))
                .filter(JsonNode::isTextual)
                .map(file -> UUID.fromString(file.asText()))
                .toList();
    }
}
