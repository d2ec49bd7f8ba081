package vn.lienthong.hub.activity;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that somebody ordered and that has not ended.
 *
 * @param what of a repair its act; of a reconciliation absent
 * @param done so far; of a reconciliation records and dossiers looked at
 * @param of how many; absent where nobody knows before
 */
public record Run(
        Kind kind,
        UUID id,
        @Nullable String what,
        @Nullable String system,
        String state,
        long done,
        @Nullable Long of,
        String startedBy,
        OffsetDateTime startedAt) {

    public enum Kind {
        RECONCILIATION,
        REPAIR
    }
}
