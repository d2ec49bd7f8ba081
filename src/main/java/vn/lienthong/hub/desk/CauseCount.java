package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Advice;

/**
 * How many of the deliveries that somebody asked for fail by one cause.
 *
 * @param dossiers that they are about
 * @param dueAt the earliest legal due time among them
 */
public record CauseCount(
        String id,
        String systemTitle,
        String operation,
        String code,
        String message,
        long deliveries,
        long dossiers,
        @Nullable OffsetDateTime dueAt,
        @Nullable Advice advice) {}
