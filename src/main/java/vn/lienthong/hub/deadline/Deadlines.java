package vn.lienthong.hub.deadline;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.json.Times;

/**
 * Reckons due times from the first reception, never from the time of a later synchronisation, and never from "now":
 * the same dossier has the same due time whenever it is asked for.
 */
public final class Deadlines {
    /** What running one-stop systems print on receipts; why it is not "the same time on the n-th day": decision 0002. */
    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private final WorkingCalendar calendar;

    public Deadlines(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The due time by the rules in force on the day of reception.
     *
     * @param channel counter, post or online
     * @throws NoRule when the procedure has none for that day
     * @throws NoCalendar when reception or due time lies in a year without one
     */
    public Deadline due(Procedure procedure, String channel, OffsetDateTime receivedAt) {
        var onDay = WorkingCalendar.local(receivedAt).toLocalDate();
        var rules = procedure.ruleOn(onDay).orElseThrow(() -> new NoRule(procedure.code(), onDay));
        var process = procedure
                .processOn(onDay)
                .map(Procedure.ProcessVersion::version)
                .orElse(null);
        return new Deadline(due(rules.through(channel), receivedAt), calendar.version(), rules.version(), process);
    }

    OffsetDateTime due(DueRule rule, OffsetDateTime receivedAt) {
        return switch (rule) {
            case DueRule.WorkingHours length -> calendar.add(receivedAt, length(length));
            case DueRule.WorkingDays length -> calendar.add(receivedAt, length(length));
            case DueRule.CalendarDays length -> calendarDays(length, receivedAt).dueAt();
            case DueRule.SameDay sameDay -> sameDay(sameDay, receivedAt).dueAt();
        };
    }

    /** The same due time with the way to it, for those who must be able to check it by hand. */
    public Reckoning reckon(DueRule rule, OffsetDateTime receivedAt) {
        return switch (rule) {
            case DueRule.WorkingHours length -> working(rule, length(length), receivedAt);
            case DueRule.WorkingDays length -> working(rule, length(length), receivedAt);
            case DueRule.CalendarDays length -> calendarDays(length, receivedAt);
            case DueRule.SameDay sameDay -> sameDay(sameDay, receivedAt);
        };
    }

    private static Duration length(DueRule.WorkingHours rule) {
        return Duration.ofHours(rule.hours());
    }

    private static Duration length(DueRule.WorkingDays rule) {
        return WORKING_DAY.multipliedBy(rule.days());
    }

    private Reckoning working(DueRule rule, Duration length, OffsetDateTime receivedAt) {
        var dueAt = due(rule, receivedAt);
        return new Reckoning.Working(
                rule, calendar.opening(receivedAt), days().counted(receivedAt, dueAt, length), dueAt);
    }

    /** Ends with an office day, not at an hour: Civil Code 91/2015/QH13, article 148. */
    private Reckoning calendarDays(DueRule.CalendarDays rule, OffsetDateTime receivedAt) {
        var begins = calendar.opening(receivedAt);
        var last = begins.toLocalDate().plusDays(rule.days());
        var dueAt = calendar.closing(last);
        return new Reckoning.Calendar(rule, begins, last, days().pushedOver(last, dueAt), dueAt);
    }

    private Reckoning sameDay(DueRule.SameDay rule, OffsetDateTime receivedAt) {
        var local = WorkingCalendar.local(receivedAt);
        var inTime = local.toLocalTime().isBefore(rule.cutOff());
        var day = inTime ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        var dueAt = calendar.closing(day);
        return new Reckoning.SameDay(rule.cutOff(), inTime, day, days().pushedOver(day, dueAt), dueAt);
    }

    private Days days() {
        return new Days(calendar);
    }

    /** The same reckoning under the calendar of that version; empty when this hub cannot make it any more. */
    public Optional<Deadlines> under(String calendarVersion) {
        return calendar.ofVersion(calendarVersion).map(Deadlines::new);
    }

    /**
     * How a dossier stands against its due time. While it waits for a supplement the time stands still, and the due
     * time moves when the waiting has ended.
     *
     * @param pauses how many of the waits stop the time; the later ones move nothing
     * @param at now, or the end of processing
     */
    public Balance balance(
            OffsetDateTime receivedAt, OffsetDateTime issuedDueAt, List<Wait> waits, int pauses, OffsetDateTime at) {
        var stopping = waits.stream()
                .sorted(Comparator.comparing(Wait::from))
                .limit(pauses)
                .toList();
        return new Running(this, calendar, issuedDueAt, at).balance(receivedAt, stopping);
    }

    /**
     * Whether the day of the due time hangs on the time of day of the reception: by the same-day rule, for what comes in
     * at the cut-off or later. On a day off it does not; the next working day is due either way.
     *
     * @throws NoCalendar when the reception or the due time lies in a year without one
     */
    public boolean hangsOnTimeOfDay(Procedure procedure, String channel, OffsetDateTime receivedAt) {
        var onDay = WorkingCalendar.local(receivedAt).toLocalDate();
        return procedure
                .ruleOn(onDay)
                .map(rules -> rules.through(channel))
                .filter(DueRule.SameDay.class::isInstance)
                .filter(rule -> !due(rule, receivedAt).isEqual(due(rule, Times.startOf(onDay))))
                .isPresent();
    }

    /** Working time from one moment to the other; negative when the other is earlier. */
    public Duration between(OffsetDateTime from, OffsetDateTime to) {
        return calendar.between(from, to);
    }

    /**
     * The due time of a dossier that waited for the applicant: the working time it had left when the waiting began, it
     * has again when the waiting ends. One already late when the waiting began stays late.
     */
    public OffsetDateTime afterWaiting(OffsetDateTime dueAt, OffsetDateTime from, OffsetDateTime until) {
        var left = calendar.between(from, dueAt);
        return left.isPositive() ? calendar.add(until, left) : dueAt;
    }
}
