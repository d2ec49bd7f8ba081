package vn.lienthong.hub.ledger;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The reception that a correction replaced, with the due time that had been issued with it. */
public record Former(
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable String dueSource,
        @Nullable String calendarVersion,
        @Nullable String ruleVersion,
        @Nullable String processVersion) {}
