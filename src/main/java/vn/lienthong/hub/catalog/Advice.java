package vn.lienthong.hub.catalog;

import java.util.Locale;

/**
 * What the people of an office are told about a failure.
 *
 * @param id of the failure, such as {@code hub/timeout}: the file and its name there
 * @param means what happened, in plain Vietnamese
 * @param turn who must do something
 * @param todo what to do, in plain Vietnamese
 */
public record Advice(String id, String means, Turn turn, String todo) {

    /** Whose turn it is. */
    public enum Turn {
        /** People who run the hub, integrators among them. */
        HUB,
        /** The owner of the system that failed. */
        SYSTEM,
        /** The office that sent the dossier. */
        UPSTREAM,
        CITIZEN;

        static Turn of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
