package vn.lienthong.hub.deadline;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Until when a dossier must be settled, and what that was reckoned with: kept together, so that a due time that was
 * issued can be proved, or reckoned again under a newer calendar.
 *
 * @param processVersion the steps it was received under; null when they are not known
 */
public record Deadline(
        OffsetDateTime dueAt,
        String calendarVersion,
        String ruleVersion,
        @Nullable String processVersion) {}
