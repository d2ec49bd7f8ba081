package vn.lienthong.hub.intake;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a system as it is kept.
 *
 * @param message the system's own id of it, or a hash
 * @param headers names in lower case
 * @param fingerprint of what it says
 * @param cause why it can never be reported as it is, or why it waits
 * @param answer what its sender was answered, once it is settled
 * @param receivedAt when it was kept
 */
record Received(
        long id,
        String system,
        String name,
        String message,
        byte[] raw,
        Map<String, String> headers,
        byte[] fingerprint,
        String state,
        @Nullable String cause,
        Callbacks.@Nullable Answer answer,
        int tries,
        OffsetDateTime receivedAt) {

    boolean isSettled() {
        return !state.equals("TAKEN");
    }

    /** Unique per system, the same however often it is reported. */
    String key() {
        return name + "/" + message;
    }
}
