package vn.lienthong.hub.ledger;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The entry is durable and every system that must know will.
 *
 * @param replayed the same report had been recorded before; this is the answer of then
 */
public record Receipt(
        String dossier, UUID entry, int seq, EntryKind kind, OffsetDateTime recordedAt, boolean replayed) {}
