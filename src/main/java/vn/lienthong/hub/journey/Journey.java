package vn.lienthong.hub.journey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.DueRule;

/**
 * Linked procedures as one file under {@code routes/journeys} tells them.
 *
 * @param basis the law or decision that links them
 * @param procedures dossiers of these take this way
 * @param parts in their order; each begins when the one before it is done
 * @param text of the file: a dossier keeps the way it began on
 */
record Journey(String id, String title, String basis, Set<String> procedures, List<Part> parts, String text) {

    /**
     * @param system that is told to begin; null where the registration itself has told it
     * @param due how long it may take, from the end of the part before it
     * @param patience after which nobody waits any longer without a person having looked; null: for ever
     * @param undo what the law says about taking it back
     */
    record Part(
            String id,
            String title,
            @Nullable String system,
            Ends ends,
            DueRule due,
            @Nullable DueRule patience,
            Undo undo,
            String undoBasis) {}

    /** What ends a part. */
    enum Ends {
        /** The system, or the office, says that it is done. */
        REPORT,
        /** Having taken the order is having done it. */
        DELIVERY
    }

    /** Whether a part can be taken back when the journey is stopped. */
    enum Undo {
        /** Its system is told to. */
        ORDER,
        /** It stays; a birth that was registered has happened. */
        NEVER
    }

    Optional<Part> part(String part) {
        return parts.stream().filter(p -> p.id.equals(part)).findFirst();
    }
}
