package vn.lienthong.hub.figures;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.ledger.DossierStatus;

/** Says why a dossier counts otherwise there than here. */
@Component
class Explaining {
    private final WorkingCalendar calendar;
    private final StatutoryTimes statutory;

    Explaining(WorkingCalendar calendar, StatutoryTimes statutory) {
        this.calendar = calendar;
        this.statutory = statutory;
    }

    Judgement judge(Held dossier, Account account, OffsetDateTime asOf) {
        return OnTimeRule.judge(account, statutory.of(dossier, account), asOf);
    }

    /** Nothing when both sides count it alike. */
    Optional<Difference> difference(Held dossier, OffsetDateTime asOf) {
        var told = dossier.theirs();
        var ours = judge(dossier, dossier.ours(), asOf);
        var theirs = told == null ? null : judge(dossier, told, asOf);
        if (theirs != null && theirs.verdict() == ours.verdict()) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                dossier.code(),
                dossier.procedure(),
                new Difference.Unit(dossier.province(), dossier.commune()),
                told == null || theirs == null
                        ? Cause.MISSING_THERE
                        : cause(dossier.ours().asOf(asOf), told.asOf(asOf)),
                Difference.Side.of(dossier.ours(), ours),
                told == null || theirs == null ? null : Difference.Side.of(told, theirs)));
    }

    private Cause cause(Account ours, Account theirs) {
        if (isRestamped(ours.receivedAt(), theirs.receivedAt())) {
            return Cause.RESTAMP;
        }
        if (differ(ours.dueAt(), theirs.dueAt())) {
            return Cause.DUE_DIFFERS;
        }
        if (ours.end() != null && theirs.end() == null && isEnded(theirs.status())) {
            return Cause.END_MISSING;
        }
        if ((ours.end() == null) != (theirs.end() == null)) {
            return Cause.STATUS_DIFFERS;
        }
        if (differ(ours.end(), theirs.end())) {
            return Cause.END_DIFFERS;
        }
        if (supplementsDiffer(ours, theirs)) {
            return Cause.SUPPLEMENT_DIFFERS;
        }
        var keepsDays =
                Stream.of(theirs.dueAt(), theirs.end()).anyMatch(moment -> moment != null && moment.isWholeDay());
        return keepsDays ? Cause.DAYS_ONLY : Cause.UNEXPLAINED;
    }

    private boolean isRestamped(@Nullable Moment ours, @Nullable Moment theirs) {
        if (ours == null || theirs == null || !ours.isBefore(theirs)) {
            return false;
        }
        try {
            return calendar.between(ours.until(), theirs.from()).toMinutes() > 0;
        } catch (NoCalendar unknown) {
            return true;
        }
    }

    private static boolean isEnded(@Nullable DossierStatus status) {
        return status == null || status == DossierStatus.SIGNED || status.isEnd();
    }

    private static boolean differ(@Nullable Moment ours, @Nullable Moment theirs) {
        return ours == null || theirs == null ? ours != theirs : !ours.agreesWith(theirs);
    }

    private static boolean supplementsDiffer(Account ours, Account theirs) {
        if (ours.supplements().size() != theirs.supplements().size()) {
            return true;
        }
        for (int i = 0; i < ours.supplements().size(); i++) {
            var one = ours.supplements().get(i);
            var other = theirs.supplements().get(i);
            if (differ(one.askedAt(), other.askedAt()) || differ(one.suppliedAt(), other.suppliedAt())) {
                return true;
            }
        }
        return false;
    }
}
