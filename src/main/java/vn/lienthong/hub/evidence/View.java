package vn.lienthong.hub.evidence;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.DeliveryRecord;

/**
 * A dossier as one system has it: when it was told, and what it says it stored.
 *
 * @param source {@code answer} to a delivery, or {@code reconciliation}: read over a whole period
 * @param readAt when it was told so
 * @param receivedAt reception, due time and end as the system stored them; null where it does not say
 */
record View(
        String system,
        String title,
        String source,
        @Nullable OffsetDateTime readAt,
        @Nullable String status,
        @Nullable Shows receivedAt,
        @Nullable Shows dueAt,
        @Nullable Shows finishedAt,
        List<DeliveryRecord> deliveries) {
    static final String ANSWER = "answer";
    static final String RECONCILIATION = "reconciliation";

    /** Whether it shows a time otherwise than it is. */
    boolean differs() {
        return differs(receivedAt) || differs(dueAt) || differs(finishedAt);
    }

    private static boolean differs(@Nullable Shows shows) {
        return shows != null && shows.differs();
    }

    @Nullable
    OffsetDateTime firstSentAt() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.attempts().stream())
                .filter(attempt -> attempt.kind().equals("SEND"))
                .map(DeliveryRecord.Try::startedAt)
                .min(OffsetDateTime::compareTo)
                .orElse(null);
    }

    @Nullable
    OffsetDateTime lastSentAt() {
        return deliveries.stream()
                .map(DeliveryRecord::sentAt)
                .filter(java.util.Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .orElse(null);
    }

    @Nullable
    OffsetDateTime lastAcknowledgedAt() {
        return deliveries.stream()
                .map(DeliveryRecord::acknowledgedAt)
                .filter(java.util.Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .orElse(null);
    }
}
