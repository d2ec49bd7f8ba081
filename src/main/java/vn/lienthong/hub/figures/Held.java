package vn.lienthong.hub.figures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * A dossier held against what a system shows of it.
 *
 * @param theirs null when the system shows none, or was not asked for one
 */
record Held(
        String code,
        String province,
        String commune,
        String procedure,
        String field,
        String channel,
        OffsetDateTime receivedAt,
        Account ours,
        @Nullable Account theirs) {
    LocalDate receivedOn() {
        return receivedAt.atZoneSameInstant(Times.ZONE).toLocalDate();
    }
}
