package vn.lienthong.hub.deadline;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a dossier stands against its due time at one moment. Minutes are whole minutes of working time, rounded down.
 *
 * @param dueAt the issued due time, moved by the working time that was waited for a supplement; null when the calendar
 *     does not reach so far
 * @param minutesLeft negative when overdue; null when the calendar does not reach so far
 * @param minutesUsed without the time waited; null likewise
 */
public record Balance(
        @Nullable OffsetDateTime dueAt,
        @Nullable Long minutesLeft,
        @Nullable Long minutesUsed) {}
