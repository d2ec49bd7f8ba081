package vn.lienthong.hub.published;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One record of a catalogue in one version.
 *
 * @param version 1 when it was first seen, and one more each time its record was another
 * @param from when it came, or comes, into force; absent where that is not published
 * @param to the last day it is, or was, in force
 * @param seenAt when this version was first fetched
 */
public record Item(
        String code,
        int version,
        String title,
        @Nullable String field,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        OffsetDateTime seenAt) {

    boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
