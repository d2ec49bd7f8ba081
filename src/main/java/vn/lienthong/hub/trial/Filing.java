package vn.lienthong.hub.trial;

import java.time.OffsetDateTime;
import vn.lienthong.hub.catalog.Procedure;

/**
 * A dossier before its story: what is asked for, how it came in, until when.
 *
 * @param channel counter, post or online
 * @param dice for all that chance decides about this one
 */
record Filing(
        Reception reception,
        Script.Matter matter,
        Procedure procedure,
        String channel,
        OffsetDateTime dueAt,
        Dice dice) {
    OffsetDateTime receivedAt() {
        return reception.at();
    }

    boolean online() {
        return "online".equals(channel);
    }
}
