package vn.lienthong.hub.connector;

import java.time.Duration;
import vn.lienthong.hub.catalog.SystemCard;

/**
 * What lies between us and a system. The routes of a platform, {@code platform.<name>.out}, {@code .in} and, where it
 * gives tokens, {@code .login}, serve every system whose card names it.
 */
final class Platforms {
    /** A token that has ended sooner is refused, and another one fetched. */
    static final Duration TOKEN_TTL = Duration.ofMinutes(50);

    private static final String NONE = "direct";

    private Platforms() {}

    static String route(SystemCard card, String verb) {
        return "platform." + (card.platform() == null ? NONE : card.platform()) + "." + verb;
    }

    /** Where the token of the platform is kept; each system has its own account there. */
    static String tokenOf(SystemCard card) {
        return card.id() + "@" + card.platform();
    }
}
