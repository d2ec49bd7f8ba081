package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/**
 * What a caller wants to have recorded; its form is already checked against the contract.
 *
 * @param idempotencyKey the caller's own key, unique per caller; without one, equal content is the same report
 */
public record Submission(
        Caller caller, @Nullable String idempotencyKey, String dossier, EntryKind kind, JsonNode body) {}
