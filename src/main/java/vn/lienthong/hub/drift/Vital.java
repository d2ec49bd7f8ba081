package vn.lienthong.hub.drift;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a system.
 *
 * @param certificateUntil the end of the certificate that it showed last
 * @param clockAhead seconds by which its clock is before that of the hub, where that is more than is borne
 */
public record Vital(
        String system,
        @Nullable OffsetDateTime certificateUntil,
        @Nullable Long clockAhead) {}
