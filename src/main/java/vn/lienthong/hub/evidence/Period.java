package vn.lienthong.hub.evidence;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers a package is about: those received from a moment on and before another.
 *
 * @param withDiscrepancies only those that some system shows or showed otherwise
 */
public record Period(
        OffsetDateTime from,
        OffsetDateTime to,
        @Nullable String province,
        @Nullable String commune,
        boolean withDiscrepancies) {}
