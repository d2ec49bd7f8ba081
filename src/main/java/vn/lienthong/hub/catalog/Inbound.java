package vn.lienthong.hub.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a system tells the hub, beside its answers.
 *
 * @param reports kinds of observations that it may report; whatever else it says is put aside
 * @param callbacks calls of the system, by name
 * @param pulls what is fetched from it again and again, by name
 */
public record Inbound(Set<String> reports, Map<String, Callback> callbacks, Map<String, Pull> pulls) {
    /** Of a system that only answers. */
    public static final Inbound NONE = new Inbound(Set.of(), Map.of(), Map.of());

    /**
     * One address of the hub that the system calls.
     *
     * @param query what it says stands in the query of a GET, not in the body of a POST
     * @param id header with its own id of the message; without one the mapping finds it, else its content is its id
     * @param headers further ones that are kept with the message and seen by its mapping
     */
    public record Callback(
            boolean query,
            Proof proof,
            @Nullable String id,
            List<String> headers,
            @Nullable Window window) {}

    /** How a caller shows who it is. */
    public enum By {
        /** Signs the message with a secret that both know. */
        HMAC,
        /** Shows the secret itself. */
        SECRET,
        /** Signs inside the message; its mapping looks. */
        MAPPING
    }

    /**
     * @param secret which of the credentials; empty where the mapping looks
     * @param header that holds signature or secret
     * @param prefix before the signature, such as {@code sha256=}
     * @param hex whether the signature is hexadecimal, else Base64
     * @param signs headers that are signed too: each before the message, with a dot between
     * @param told whether somebody who proves nothing is told so in the system's own form
     */
    public record Proof(
            By by,
            String secret,
            String header,
            String prefix,
            String algorithm,
            boolean hex,
            List<String> signs,
            boolean told) {}

    /**
     * How old a message may be.
     *
     * @param millis whether the header counts milliseconds, else seconds, since 1970
     */
    public record Window(String header, boolean millis, Duration within) {}

    /**
     * @param every pause between two rounds
     * @param back how far back the first round looks
     * @param overlap how far back each further round looks behind the one before
     * @param fetch verb of the route that fetches the content of an item; null: items are listed with it
     * @param answer verb of the route that answers whoever sent an item that wants one; null: nobody is answered
     * @param acknowledge verb of the route that tells the system that an item was taken; null: it is told nothing
     */
    public record Pull(
            Duration every,
            Duration back,
            Duration overlap,
            @Nullable String fetch,
            @Nullable String answer,
            @Nullable String acknowledge) {}
}
