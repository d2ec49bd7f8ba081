package vn.lienthong.hub.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.figures.Account.Supplement;
import vn.lienthong.hub.figures.Judgement.Why;

/** Each clause of 2.1 of QĐ 766, as the portal reckons it. */
class OnTimeRuleTest {
    private static final OffsetDateTime PERIOD_END = OffsetDateTime.parse("2025-10-01T00:00:00+07:00");

    @Test
    void isOnTimeWhenItEndsAtTheDueTime() {
        var judged = judge(dossier().due("12T17:00").finished("12T17:00"));

        assertThat(judged.verdict()).isEqualTo(Verdict.ON_TIME);
        assertThat(judged.why()).isEqualTo(Why.END);
    }

    @Test
    void isEarlyBeforeTheDueTimeAndLateASecondAfterIt() {
        assertThat(verdict(dossier().due("12T17:00").finished("12T16:59"))).isEqualTo(Verdict.EARLY);
        assertThat(verdict(dossier().due("12T17:00").finished("12T17:00:01"))).isEqualTo(Verdict.LATE);
    }

    @Test
    void takesTheEndOfProcessingBeforeTheReturnOfTheResult() {
        var judged = judge(dossier().due("12T17:00").finished("12T16:00").returned("14T09:00"));

        assertThat(judged.verdict()).isEqualTo(Verdict.EARLY);
        assertThat(judged.end()).hasToString("2025-08-12T16:00:00+07:00");
    }

    @Test
    void takesTheReturnOfTheResultWhenNoEndOfProcessingIsTold() {
        assertThat(verdict(dossier().due("12T17:00").returned("14T09:00").stopped("12T10:00")))
                .isEqualTo(Verdict.LATE);
    }

    @Test
    void takesRefusalStopOrWithdrawalWhenNothingElseIsTold() {
        assertThat(verdict(dossier().due("12T17:00").stopped("12T10:00"))).isEqualTo(Verdict.EARLY);
    }

    @Test
    void subtractsTheTimeOfASupplement() {
        var judged = judge(
                dossier().due("12T17:00").supplement("12T10:00", "14T10:00").finished("14T16:00"));

        assertThat(judged.verdict()).isEqualTo(Verdict.EARLY);
        assertThat(judged.why()).isEqualTo(Why.END_LESS_SUPPLEMENT);
        assertThat(verdict(dossier()
                        .due("12T17:00")
                        .supplement("12T10:00", "14T10:00")
                        .finished("14T17:00:01")))
                .isEqualTo(Verdict.LATE);
    }

    @Test
    void countsMoreThanOneSupplementAsOverdue() {
        var twice = dossier().due("20T17:00").supplement("12T10:00", "12T11:00").supplement("12T14:00", "12T15:00");

        assertThat(verdict(twice)).isEqualTo(Verdict.OVERDUE);
        assertThat(judge(twice.finished("12T16:00")).verdict()).isEqualTo(Verdict.LATE);
        assertThat(judge(twice.finished("12T16:00")).why()).isEqualTo(Why.SUPPLEMENTS);
    }

    @Test
    void takesTheRequestAsTheEndWhenTheOneSupplementNeverCame() {
        var open = dossier().due("12T17:00").supplement("12T10:00", null);

        assertThat(verdict(open)).isEqualTo(Verdict.PENDING);
        assertThat(judge(open.finished("20T10:00")).verdict()).isEqualTo(Verdict.EARLY);
        assertThat(judge(open).why()).isEqualTo(Why.SUPPLEMENT_OPEN);
        assertThat(verdict(dossier().due("12T17:00").supplement("13T10:00", null)))
                .isEqualTo(Verdict.OVERDUE);
    }

    @Test
    void comparesWithTheStatutoryTimeWhenThereIsNoDueTime() {
        var dossier = dossier().finished("14T10:00");

        assertThat(OnTimeRule.judge(dossier.account(), at("14T17:00"), PERIOD_END)
                        .verdict())
                .isEqualTo(Verdict.EARLY);
        assertThat(OnTimeRule.judge(dossier.account(), at("13T17:00"), PERIOD_END)
                        .verdict())
                .isEqualTo(Verdict.LATE);
        assertThat(OnTimeRule.judge(dossier.supplement("13T09:00", "14T08:00").account(), at("13T17:00"), PERIOD_END)
                        .verdict())
                .isEqualTo(Verdict.EARLY);
    }

    @Test
    void saysThatItCannotJudgeWhatHasNoLimitAtAll() {
        var judged = judge(dossier().finished("14T10:00"));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNJUDGED);
        assertThat(judged.why()).isEqualTo(Why.NO_LIMIT);
    }

    @Test
    void comparesWhatIsNotFinishedByTheEndOfThePeriod() {
        assertThat(OnTimeRule.judge(dueAt("2025-10-01T00:00:00+07:00"), null, PERIOD_END)
                        .verdict())
                .isEqualTo(Verdict.PENDING);
        var judged = judge(dossier().due("12T17:00"));
        assertThat(judged.verdict()).isEqualTo(Verdict.OVERDUE);
        assertThat(judged.why()).isEqualTo(Why.END_OF_PERIOD);
    }

    @Test
    void doesNotCountWhatHappenedAfterThePeriod() {
        var dossier =
                dossier().due("12T17:00").supplement("12T10:00", "14T09:00").finished("14T16:00");
        var end = OffsetDateTime.parse("2025-08-13T00:00:00+07:00");

        var judged = OnTimeRule.judge(dossier.account(), null, end);
        assertThat(judged.isSettled()).isFalse();
        assertThat(judged.why()).isEqualTo(Why.SUPPLEMENT_OPEN);
    }

    @Test
    void comparesDaysWhereASideKeepsOnlyDays() {
        assertThat(verdict(dossier().due("12").finished("12"))).isEqualTo(Verdict.ON_TIME);
        assertThat(verdict(dossier().due("12").finished("12T23:00"))).isEqualTo(Verdict.ON_TIME);
        assertThat(verdict(dossier().due("12T09:00").finished("12"))).isEqualTo(Verdict.ON_TIME);
        assertThat(verdict(dossier().due("12T09:00").finished("11"))).isEqualTo(Verdict.EARLY);
        assertThat(verdict(dossier().due("12").finished("13T00:00"))).isEqualTo(Verdict.LATE);
    }

    static Judgement judge(Told dossier) {
        return OnTimeRule.judge(dossier.account(), null, PERIOD_END);
    }

    private static Verdict verdict(Told dossier) {
        return judge(dossier).verdict();
    }

    private static Account dueAt(String time) {
        return new Account(null, at("12T09:15"), Moment.parse(time), null, null, null, List.of());
    }

    private static Told dossier() {
        return new Told();
    }

    /** A day of August 2025, {@code 12}, or a time of it, {@code 12T09:15}. */
    static Moment at(String text) {
        var whole = text.contains("T") && text.length() < "12T09:15:00".length() ? text + ":00" : text;
        return Moment.parse("2025-08-" + whole + (text.contains("T") ? "+07:00" : ""));
    }

    /** An account, told piece by piece. */
    static final class Told {
        private final List<Supplement> supplements = new ArrayList<>();
        private @Nullable Moment due;
        private @Nullable Moment finished;
        private @Nullable Moment returned;
        private @Nullable Moment stopped;

        Told due(String at) {
            due = at(at);
            return this;
        }

        Told finished(String at) {
            finished = at(at);
            return this;
        }

        Told returned(String at) {
            returned = at(at);
            return this;
        }

        Told stopped(String at) {
            stopped = at(at);
            return this;
        }

        Told supplement(String asked, @Nullable String supplied) {
            supplements.add(new Supplement(at(asked), supplied == null ? null : at(supplied)));
            return this;
        }

        Account account() {
            return new Account(null, at("12T09:15"), due, finished, returned, stopped, List.copyOf(supplements));
        }
    }
}
