package vn.lienthong.hub.intake;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.intake.Hearing.Heard;

/** Makes what a system sent durable, once. */
@Component
class Keeping {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ReceivedRows rows;
    private final IntakeSettings settings;
    private final InstantSource clock;

    Keeping(ReceivedRows rows, IntakeSettings settings, InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Durable when it returns. An id that comes with other news than before is no repeat: it is kept beside the first.
     *
     * @param id the system's own; where it is none, what the message says is its id
     */
    Received keep(SystemCard card, String name, String id, byte[] raw, Map<String, String> headers, Heard heard) {
        var fingerprint = heard.fingerprint(raw);
        var hash = HexFormat.of().formatHex(fingerprint);
        var received = take(card, name, ID.matcher(id).matches() ? id : hash, raw, headers, fingerprint);
        return Arrays.equals(received.fingerprint(), fingerprint)
                ? received
                : take(card, name, id + "#" + hash, raw, headers, fingerprint);
    }

    private Received take(
            SystemCard card, String name, String id, byte[] raw, Map<String, String> headers, byte[] fingerprint) {
        return rows.take(card.id(), name, id, raw, headers, fingerprint, clock.instant(), settings.patience());
    }
}
