package vn.lienthong.hub.figures;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A reconciliation whose records can be held against the ledger.
 *
 * @param from dossiers received from then on were compared
 * @param until and before then
 * @param readAt when the system showed them
 */
record Comparison(UUID id, String system, OffsetDateTime from, OffsetDateTime until, OffsetDateTime readAt) {
    boolean covers(OffsetDateTime receivedAt) {
        return !receivedAt.isBefore(from) && receivedAt.isBefore(until);
    }
}
