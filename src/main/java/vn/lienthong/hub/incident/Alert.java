package vn.lienthong.hub.incident;

import java.util.UUID;

/**
 * Something to tell a group.
 *
 * @param id the same in every attempt, so that a receiver can tell a repeat
 */
record Alert(UUID id, String recipients, String channel, Kind kind, String subject, String body, int attempts) {
    /** Why somebody is told. */
    enum Kind {
        OPENED,
        ESCALATED,
        CLOSED,
        DIGEST,
        TEST
    }
}
