package vn.lienthong.hub.deadline;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a dossier waited for its applicant.
 *
 * @param until null while it still waits
 */
public record Wait(OffsetDateTime from, @Nullable OffsetDateTime until) {}
