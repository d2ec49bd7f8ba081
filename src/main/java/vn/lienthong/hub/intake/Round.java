package vn.lienthong.hub.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A round of a pull, as far as it has come.
 *
 * @param cursor the page to ask for; null: the first
 */
record Round(
        String system,
        String name,
        OffsetDateTime since,
        OffsetDateTime until,
        @Nullable String cursor) {}
