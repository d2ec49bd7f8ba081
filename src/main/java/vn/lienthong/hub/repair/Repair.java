package vn.lienthong.hub.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/**
 * One act on many deliveries, and how far it has come.
 *
 * @param selection how its list was made; the list does not change with it
 * @param pausedWhy person, failures
 * @param alreadyThere failed for the same cause, and have arrived since: not in the list
 * @param waiting not begun with
 * @param due made due, and not answered yet
 * @param passed need nothing any more, or were left alone
 */
public record Repair(
        UUID id,
        Act act,
        State state,
        @Nullable String pausedWhy,
        JsonNode selection,
        String reason,
        int alreadyThere,
        int items,
        int waiting,
        int due,
        int done,
        int failed,
        int passed,
        Pace pace,
        String plannedBy,
        OffsetDateTime plannedAt,
        @Nullable String startedBy,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /** PLANNED → RUNNING ⇄ PAUSED → DONE; CANCELLED from all but DONE, when nothing of it is due any more it has ended. */
    public enum State {
        PLANNED,
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE
    }

    /**
     * @param canary so many first, and the others when these have come out well
     * @param ratePerMinute so many may be made due in a minute
     * @param stopAtPercent with so many failures among those that have an outcome it pauses by itself
     */
    public record Pace(int canary, int ratePerMinute, int stopAtPercent) {
        public static final Pace USUAL = new Pace(5, 60, 10);

        private static final int FASTEST = 60_000;

        public Pace {
            if (canary < 0
                    || ratePerMinute < 1
                    || ratePerMinute > FASTEST
                    || stopAtPercent < 1
                    || stopAtPercent > 100) {
                throw new Refusal(ProblemCode.REQUEST_INVALID);
            }
        }
    }
}
