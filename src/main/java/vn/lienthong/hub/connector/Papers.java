package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Hands a mapping the filed papers that a message names, with their bytes. */
public interface Papers {
    /** Where nothing is sent there are none. */
    Papers NONE = (message, system) -> NullNode.instance;

    /**
     * Asked only by a mapping that wants them, and each time on record.
     *
     * @param message about one dossier
     * @param system to which they go
     * @return of each {@code file}, {@code name}, {@code mediaType}, {@code size}, {@code sha256} and {@code base64}, in the
     *     order of the entry
     * @throws Unreadable when they cannot be read now: nothing was sent
     * @throws RuntimeException when they can never be sent; it says why and quotes nothing
     */
    JsonNode of(JsonNode message, String system);

    /** Not now. */
    final class Unreadable extends RuntimeException {
        public Unreadable(Throwable cause) {
            super("a paper cannot be read now", cause);
        }
    }
}
