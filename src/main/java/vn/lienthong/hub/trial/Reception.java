package vn.lienthong.hub.trial;

import java.time.OffsetDateTime;

/**
 * A dossier comes in.
 *
 * @param day of reception and ordinal of that day, as they stand in its code: {@code 250812-0035}
 */
record Reception(String day, OffsetDateTime at) {
    String codeOf(String agency) {
        return agency + "-" + day;
    }
}
