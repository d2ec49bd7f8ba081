package vn.lienthong.hub.incident;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.incident.Incident.Kind;

/** What is wrong at this moment. */
record Found(
        Kind kind,
        @Nullable String system,
        @Nullable String cause,
        long failures,
        long dossiers,
        @Nullable OffsetDateTime earliestDue) {
    String key() {
        return kind + "/" + (system == null ? "" : system) + "/" + (cause == null ? "" : cause);
    }
}
