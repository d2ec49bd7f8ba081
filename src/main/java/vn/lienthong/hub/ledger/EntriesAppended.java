package vn.lienthong.hub.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Published inside the transaction that appends, so that who must be told is decided in the same commit. */
public record EntriesAppended(List<Appended> entries, Instant at) {
    public record Appended(
            UUID id, String dossier, int seq, EntryKind kind, String procedure, String field, String channel) {}
}
