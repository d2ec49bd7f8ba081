package vn.lienthong.hub.activity;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * One start of the hub on some machine, as it said last.
 *
 * @param edition that it runs by; 0 where none are kept
 * @param clockAhead milliseconds by which its clock is before that of the database
 * @param diskFree bytes, where its home lies
 * @param seenAt when it said so, by the clock of the database
 * @param alive whether that is so short ago that it runs
 * @param attempts calls of the last minute, by system
 */
public record Node(
        UUID id,
        String host,
        String version,
        String java,
        long edition,
        long clockAhead,
        long diskFree,
        OffsetDateTime startedAt,
        OffsetDateTime seenAt,
        boolean alive,
        Map<String, Long> attempts) {}
