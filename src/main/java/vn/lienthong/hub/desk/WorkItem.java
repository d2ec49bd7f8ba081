package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.delivery.DeliveryState;

/**
 * One delivery in a list.
 *
 * @param seq of the entry
 * @param attempts made of those that the card allows
 * @param nextAttemptAt null where none is planned
 * @param answer the system's last words, without what could be the number of a citizen
 * @param dueAt the legal due time of the dossier; null where it has none
 * @param minutesLeft of working time until then; negative when overdue
 */
public record WorkItem(
        long id,
        int seq,
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
        @Nullable Long minutesLeft) {

    /** Whose turn it is: as the catalogue of failures has it, else as the state has it. */
    public String turn() {
        if (advice != null && !state.isDone()) {
            return advice.turn().word();
        }
        return switch (state) {
            case REFUSED, PARKED -> "ops";
            case DELIVERED, SKIPPED -> "none";
            case PENDING, LEASED, UNCERTAIN -> "hub";
        };
    }

    public boolean saysWhy() {
        return advice != null || answer != null || code != null;
    }
}
