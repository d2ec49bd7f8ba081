package vn.lienthong.hub.figures;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.figures.Account.Supplement;
import vn.lienthong.hub.figures.Judgement.Why;
import vn.lienthong.hub.ledger.Dossier;

/**
 * Whether a dossier was in time, as the national public service portal decides it for the score of QĐ 766/QĐ-TTg (2.1):
 *
 * <ul>
 *   <li>on time is what ended when it was due, or before;
 *   <li>the end is taken from the progress: "Đã xử lý xong", else "Đã trả kết quả", else stopped, refused or withdrawn;
 *   <li>the time of a supplement, from its request until it was supplied, is subtracted;
 *   <li>more than one request for a supplement is overdue; one that was never supplied ends at its request;
 *   <li>without a due time, what it took must not be more than the statutory time;
 *   <li>what is not finished is compared by the end of the period.
 * </ul>
 *
 * The same rule judges what the ledger knows and what a system shows. Pure; every difference lies in the accounts.
 */
public final class OnTimeRule {
    private OnTimeRule() {}

    /**
     * Judges a dossier.
     *
     * @param statutory its reception and the maximum statutory time together, for an account without a due time; null
     *     where the law's time is not known
     * @param periodEnd what is told of later is not counted
     */
    public static Judgement judge(Account told, @Nullable Moment statutory, OffsetDateTime periodEnd) {
        return judged(told.asOf(periodEnd), statutory, periodEnd);
    }

    /** Judges what the ledger knows of a dossier now; one in progress is compared by this moment. */
    public static Judgement judge(Dossier dossier, OffsetDateTime now) {
        return judged(Accounts.ours(dossier.state(), dossier.receivedAt(), dossier.dueAt()), null, now);
    }

    private static Judgement judged(Account account, @Nullable Moment statutory, OffsetDateTime asked) {
        var end = account.end();
        if (account.supplements().size() > 1) {
            return new Judgement(end == null ? Verdict.OVERDUE : Verdict.LATE, Why.SUPPLEMENTS, end, null, null);
        }
        var due = account.dueAt() == null ? statutory : account.dueAt();
        if (due == null) {
            return new Judgement(Verdict.UNJUDGED, Why.NO_LIMIT, end, null, null);
        }
        var counted = counted(account, end == null ? Moment.of(asked) : end);
        return new Judgement(verdict(counted, due, end != null), why(account, end != null), end, counted, due);
    }

    /** The end as the rule counts it, with the time of a supplement left out. */
    private static Moment counted(Account account, Moment end) {
        if (account.supplements().isEmpty()) {
            return end;
        }
        var supplement = account.supplements().getFirst();
        return supplement.suppliedAt() == null ? supplement.askedAt() : end.minus(waited(supplement));
    }

    private static Duration waited(Supplement supplement) {
        var suppliedAt = java.util.Objects.requireNonNull(supplement.suppliedAt());
        var time = Duration.between(supplement.askedAt().from(), suppliedAt.from());
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static Verdict verdict(Moment counted, Moment due, boolean settled) {
        if (!settled) {
            return counted.isBy(due) ? Verdict.PENDING : Verdict.OVERDUE;
        }
        if (counted.isBefore(due)) {
            return Verdict.EARLY;
        }
        return counted.isBy(due) ? Verdict.ON_TIME : Verdict.LATE;
    }

    private static Why why(Account account, boolean settled) {
        if (!account.supplements().isEmpty()) {
            if (account.supplements().getFirst().suppliedAt() == null) {
                return Why.SUPPLEMENT_OPEN;
            }
            if (settled) {
                return Why.END_LESS_SUPPLEMENT;
            }
        }
        return settled ? Why.END : Why.END_OF_PERIOD;
    }
}
