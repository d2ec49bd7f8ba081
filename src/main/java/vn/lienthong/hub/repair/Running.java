package vn.lienthong.hub.repair;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.hub.repair.Repair.State;

/**
 * A repair that is being worked on, with what its next step depends on.
 *
 * @param forgiven failures from before it was resumed
 * @param forgivenOf of so many outcomes
 * @param releasedAt up to then the rate is used up
 */
record Running(Repair repair, int forgiven, int forgivenOf, Instant releasedAt) {
    private static final int MOST_AT_ONCE = 500;
    private static final Duration BURST = Duration.ofMinutes(1);

    boolean isOver() {
        return repair.waiting() == 0 && repair.due() == 0;
    }

    /** When so many of those that have an outcome failed that a person should look; never before the canary is through. */
    boolean failsTooOften() {
        var failed = repair.failed() - forgiven;
        var outcomes = repair.done() + repair.failed() - forgivenOf;
        return failed > 0
                && outcomes >= Math.min(repair.pace().canary(), repair.items())
                && failed * 100 >= repair.pace().stopAtPercent() * outcomes;
    }

    /** How many more may be begun with now. */
    int quota(Instant now, int inFlight) {
        if (repair.state() != State.RUNNING) {
            return 0;
        }
        var byRate = Duration.between(from(now), now).toMillis() * repair.pace().ratePerMinute() / BURST.toMillis();
        return (int) Math.max(
                0, Math.min(Math.min(byRate, MOST_AT_ONCE), Math.min(byCanary(), inFlight - repair.due())));
    }

    /** The canary first; when all of it have an outcome there is no limit any more. */
    private int byCanary() {
        var begun = repair.items() - repair.waiting();
        return begun >= repair.pace().canary() && repair.due() == 0
                        || begun > repair.pace().canary()
                ? Integer.MAX_VALUE
                : repair.pace().canary() - begun;
    }

    /** Up to when the rate is used up after so many more. */
    Instant releasedAtAfter(int released, Instant now) {
        return from(now).plusMillis(released * BURST.toMillis() / repair.pace().ratePerMinute());
    }

    /** Time that passed unused is not saved up. */
    private Instant from(Instant now) {
        var earliest = now.minus(BURST);
        return releasedAt.isBefore(earliest) ? earliest : releasedAt;
    }
}
