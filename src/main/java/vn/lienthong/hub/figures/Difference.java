package vn.lienthong.hub.figures;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.figures.Judgement.Why;
import vn.lienthong.hub.ledger.DossierStatus;

/**
 * One dossier that counts otherwise there than here.
 *
 * @param theirs null when the system does not show the dossier
 */
public record Difference(
        String code,
        String procedure,
        Unit unit,
        Cause cause,
        Side ours,
        @Nullable Side theirs) {
    /** By the codes in force on the day of reception. */
    public record Unit(String province, String commune) {}

    /**
     * What one side tells, and what the rule makes of it.
     *
     * @param dueAt as told, or the end of the statutory time
     * @param supplements how many were asked for
     */
    public record Side(
            @Nullable DossierStatus status,
            @Nullable Moment receivedAt,
            @Nullable Moment dueAt,
            @Nullable Moment endAt,
            int supplements,
            Verdict verdict,
            Why why) {
        static Side of(Account account, Judgement judgement) {
            return new Side(
                    account.status(),
                    account.receivedAt(),
                    account.dueAt() == null ? judgement.due() : account.dueAt(),
                    judgement.end(),
                    account.supplements().size(),
                    judgement.verdict(),
                    judgement.why());
        }
    }
}
