package vn.lienthong.hub.journey;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey as it is told to people: one story, whatever the number of systems. It counts as the one dossier it is.
 *
 * @param basis the law or decision that links the procedures
 */
public record JourneyView(String id, String title, String basis, JourneyState state, List<Part> parts) {
    /**
     * @param tries how often it was begun
     * @param startedAt when the part before it was done
     * @param late done after its due time, or not done and past it
     * @param canBeUndone whether it is taken back when the journey is stopped
     */
    public record Part(
            String id,
            String title,
            @Nullable String system,
            String state,
            int tries,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime endedAt,
            boolean late,
            @Nullable String reason,
            boolean canBeUndone,
            String undoBasis) {}
}
