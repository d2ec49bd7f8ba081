package vn.lienthong.hub.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published inside the transaction that appends, so that who must be told is decided in the same commit. */
public record EntriesAppended(List<Appended> entries, Instant at) {
    /**
     * @param source who reported it
     * @param addressee the one system that the entry is meant for, of a correction
     * @param notes what systems have told beside the dossier by then
     * @param files filed papers that it names
     * @param afterEnd it claims to begin what has ended: for the record only, never for a system as something new
     */
    public record Appended(
            UUID id,
            String dossier,
            int seq,
            EntryKind kind,
            String source,
            @Nullable String addressee,
            String procedure,
            String field,
            String channel,
            String province,
            String commune,
            List<DossierState.Note> notes,
            List<UUID> files,
            boolean afterEnd) {}
}
