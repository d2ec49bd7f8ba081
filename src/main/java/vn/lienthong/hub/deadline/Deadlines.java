package vn.lienthong.hub.deadline;

import java.time.Duration;
import java.time.OffsetDateTime;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.catalog.Procedure;

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
            case DueRule.WorkingHours length -> calendar.add(receivedAt, Duration.ofHours(length.hours()));
            case DueRule.WorkingDays length -> calendar.add(receivedAt, WORKING_DAY.multipliedBy(length.days()));
            case DueRule.CalendarDays length -> calendarDays(length, receivedAt);
            case DueRule.SameDay sameDay -> sameDay(sameDay, receivedAt);
        };
    }

    /** Ends with an office day, not at an hour: Civil Code 91/2015/QH13, article 148. */
    private OffsetDateTime calendarDays(DueRule.CalendarDays rule, OffsetDateTime receivedAt) {
        return calendar.closing(calendar.opening(receivedAt).toLocalDate().plusDays(rule.days()));
    }

    private OffsetDateTime sameDay(DueRule.SameDay rule, OffsetDateTime receivedAt) {
        var local = WorkingCalendar.local(receivedAt);
        var inTime = local.toLocalTime().isBefore(rule.cutOff());
        return calendar.closing(
                inTime ? local.toLocalDate() : local.toLocalDate().plusDays(1));
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
