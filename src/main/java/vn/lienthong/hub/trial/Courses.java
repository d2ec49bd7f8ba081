package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.deadline.WorkingCalendar;

/** Lets the events of a dossier happen: in working time, settled before it is due and before the period ends. */
final class Courses {
    /** What is settled is not settled at the last moment. */
    private static final double OF_TIME_ALLOWED = 0.9;

    private static final int FETCHED_SOON = 93; // of a hundred results
    private static final int LEAST_MINUTES_TO_FETCH = 5;
    private static final int MOST_MINUTES_TO_FETCH = 600;

    private final WorkingCalendar calendar;
    private final OffsetDateTime end;
    private final Happenings happenings;

    Courses(WorkingCalendar calendar, OffsetDateTime end, Happenings happenings) {
        this.calendar = calendar;
        this.end = end;
        this.happenings = happenings;
    }

    Course of(Filing filing, Fate fate) {
        return switch (fate) {
            case OPEN -> unfinished(filing);
            case RESULT, RESTAMPED -> withResult(filing);
            case REFUSED -> ended(filing, happenings.refused(filing));
            case WITHDRAWN -> ended(filing, happenings.withdrawn());
        };
    }

    private Course unfinished(Filing filing) {
        var work = happenings.work(filing);
        var done = work.subList(0, filing.dice().between(0, work.size()));
        var window = calendar.between(filing.receivedAt(), end).toSeconds();
        return window < 2L * work.size()
                ? new Course(List.of(), null)
                : Course.of(done, moments(filing, done.size(), (long) (window * OF_TIME_ALLOWED)), false);
    }

    private Course withResult(Filing filing) {
        var events = new ArrayList<>(happenings.work(filing));
        var signed = happenings.signed(filing);
        events.add(signed);
        var course = settled(filing, events);
        var minutes = filing.dice().between(LEAST_MINUTES_TO_FETCH, MOST_MINUTES_TO_FETCH);
        var fetched = after(course.events().getLast(), Duration.ofMinutes(minutes));
        return filing.dice().inAHundred(FETCHED_SOON) && fetched.isBefore(end)
                ? course.and(happenings.returned(signed), fetched)
                : course;
    }

    private Course ended(Filing filing, ObjectNode ending) {
        var work = happenings.work(filing);
        var events = new ArrayList<>(work.subList(0, filing.dice().between(0, work.size())));
        events.add(ending);
        return settled(filing, events);
    }

    private Course settled(Filing filing, List<ObjectNode> events) {
        var last = filing.dueAt().isBefore(end) ? filing.dueAt() : end;
        var allowed = calendar.between(filing.receivedAt(), last).toSeconds() * OF_TIME_ALLOWED;
        var minutes = filing.matter().minutes();
        var wanted = Duration.ofMinutes(filing.dice().between(minutes.getFirst(), minutes.getLast()));
        return Course.of(events, moments(filing, events.size(), Math.min((long) allowed, wanted.toSeconds())), true);
    }

    /** One after the other; the last when all that time has passed. */
    private List<OffsetDateTime> moments(Filing filing, int count, long seconds) {
        var moments = new ArrayList<OffsetDateTime>(count);
        long passed = 0;
        for (int left = count; left > 0; left--) {
            long part = (seconds - passed) / left;
            passed += left == 1
                    ? part
                    : Math.max(1, Math.round(part * (0.5 + filing.dice().share() / 2)));
            moments.add(working(filing.receivedAt(), Duration.ofSeconds(passed)));
        }
        return moments;
    }

    private OffsetDateTime after(ObjectNode event, Duration working) {
        return working(OffsetDateTime.parse(event.get("occurredAt").asText()), working);
    }

    private OffsetDateTime working(OffsetDateTime from, Duration working) {
        return calendar.opening(calendar.add(from, working));
    }
}
