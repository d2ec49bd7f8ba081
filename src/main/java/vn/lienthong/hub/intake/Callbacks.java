package vn.lienthong.hub.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what systems tell the hub by calling it. */
public interface Callbacks {
    /**
     * Proves the caller, keeps the message, reports what it says, and says what to answer. The message is durable when
     * this returns.
     *
     * @throws Unknown when no card has that callback
     * @throws Unproven when the caller is not shown to be the system; nothing was kept
     */
    Answer take(String system, String name, Message message);

    /**
     * What came.
     *
     * @param query whether it stands in the query of the address
     * @param raw as it came
     * @param headers names in lower case
     */
    record Message(boolean query, byte[] raw, Map<String, String> headers) {}

    /** In the system's own form. */
    record Answer(int status, @Nullable String mediaType, byte[] body) {}

    /** How many bytes of a message are read at most. */
    int largest(String system);

    /** There is no such callback. */
    final class Unknown extends RuntimeException {
        public Unknown() {
            super(null, null, false, false);
        }
    }

    /** Anybody could have sent it. */
    final class Unproven extends RuntimeException {
        public Unproven() {
            super(null, null, false, false);
        }
    }
}
