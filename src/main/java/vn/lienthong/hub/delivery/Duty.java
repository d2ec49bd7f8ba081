package vn.lienthong.hub.delivery;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the duty to make one system know one entry stands.
 *
 * @param code what the system answered last, in the words of its card
 */
public record Duty(
        boolean isDelivered,
        boolean isRefused,
        @Nullable String code,
        @Nullable OffsetDateTime acknowledgedAt) {}
