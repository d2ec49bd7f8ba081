package vn.lienthong.hub.delivery;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One system: its breaker and the deliveries it has, by state. */
public record SystemState(
        String id,
        String title,
        String breaker,
        long pending,
        long uncertain,
        long parked,
        long refused,
        long delivered,
        long skipped,
        @Nullable OffsetDateTime oldestPendingAt,
        @Nullable String lastTrouble) {}
