package vn.lienthong.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * What failures of one cause have in common. Ten thousand deliveries that fail for the same reason have one fingerprint;
 * nothing of a citizen or of a single dossier is in it, so that it may stand in alerts and on screens.
 *
 * @param operation the step of the system's route
 * @param code of the system, or of the hub where it gave none; empty where there is none
 * @param message its words without what differs from one dossier to the next
 */
public record Fingerprint(String system, String operation, String code, String message) {
    private static final int BYTES = 6;

    public static Fingerprint of(String system, String operation, @Nullable String code, @Nullable String answer) {
        return new Fingerprint(
                system, operation, code == null ? "" : code, Wording.common(answer == null ? "" : answer));
    }

    /** The same on every node and for ever, as it stands in the column {@code cause} of deliveries and attempts. */
    public String id() {
        var parts = String.join("\u0000", system, operation, code, message);
        return HexFormat.of().formatHex(Json.sha256(parts.getBytes(UTF_8)), 0, BYTES);
    }
}
