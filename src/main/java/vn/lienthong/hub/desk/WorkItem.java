package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.delivery.DeliveryState;

/**
 * One delivery in a list.
 *
 * @param attempts made of those that the card allows
 * @param nextAttemptAt null where none is planned
 * @param answer the system's last words, without what could be the number of a citizen
 * @param dueAt the legal due time of the dossier; null where it has none
 * @param minutesLeft of working time until then; negative when overdue
 */
public record WorkItem(
        long id,
        String system,
        String systemTitle,
        String dossier,
        String procedure,
        String operation,
        DeliveryState state,
        int attempts,
        int attemptsAllowed,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable String code,
        @Nullable String answer,
        @Nullable Advice advice,
        @Nullable String cause,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable Long minutesLeft) {}
