package vn.lienthong.hub.incident;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.incident.Incident.Kind;

/**
 * What is wrong at this moment.
 *
 * @param shares whose dossiers it concerns; none where it concerns no dossier by name
 */
record Found(Kind kind, @Nullable String system, @Nullable String cause, long failures, List<Share> shares) {
    /** What of it concerns one unit. */
    record Share(
            String province,
            String commune,
            long failures,
            long dossiers,
            @Nullable OffsetDateTime earliestDue) {}

    static Found of(Kind kind, String system, @Nullable String cause, List<Share> shares) {
        return new Found(
                kind, system, cause, shares.stream().mapToLong(Share::failures).sum(), shares);
    }

    String key() {
        return kind + "/" + (system == null ? "" : system) + "/" + (cause == null ? "" : cause);
    }

    long dossiers() {
        return shares.stream().mapToLong(Share::dossiers).sum();
    }

    @Nullable
    OffsetDateTime earliestDue() {
        return shares.stream()
                .map(Share::earliestDue)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
