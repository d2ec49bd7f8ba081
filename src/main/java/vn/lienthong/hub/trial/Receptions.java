package vn.lienthong.hub.trial;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Times;

/** Spreads receptions over the working days of a period: Mondays bring more, no two days the same. */
final class Receptions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final double MONDAY = 1.3;
    private static final double QUIETEST = 0.8;
    private static final double VARIES = 0.4;

    private final WorkingCalendar calendar;
    private final Dice dice;

    Receptions(WorkingCalendar calendar, Dice dice) {
        this.calendar = calendar;
        this.dice = dice;
    }

    /** In the order in which they come in. */
    List<Reception> of(Script.Period period, int count) {
        var days = workingDays(period);
        var weights = days.stream().mapToDouble(this::weight).toArray();
        var receptions = new ArrayList<Reception>(count);
        double all = java.util.Arrays.stream(weights).sum();
        double passed = 0;
        for (int i = 0; i < days.size(); i++) {
            passed += weights[i];
            receptions.addAll(ofDay(days.get(i), (int) Math.round(count * passed / all) - receptions.size()));
        }
        return receptions;
    }

    private List<LocalDate> workingDays(Script.Period period) {
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(calendar::isWorkingDay)
                .toList();
    }

    private double weight(LocalDate day) {
        return (day.getDayOfWeek() == DayOfWeek.MONDAY ? MONDAY : 1) * (QUIETEST + VARIES * dice.share());
    }

    private List<Reception> ofDay(LocalDate day, int count) {
        var opens = calendar.opening(day.atStartOfDay(Times.ZONE).toOffsetDateTime());
        int working = (int) calendar.between(opens, calendar.closing(day)).toSeconds();
        var times = java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> moment(opens, dice.between(1, working - 1)))
                .sorted()
                .toList();
        var receptions = new ArrayList<Reception>(count);
        for (int i = 0; i < count; i++) {
            receptions.add(new Reception("%s-%04d".formatted(DAY.format(day), i + 1), times.get(i)));
        }
        return receptions;
    }

    /** What falls on the close of a shift is received when the next one opens. */
    private OffsetDateTime moment(OffsetDateTime opens, int seconds) {
        return calendar.opening(calendar.add(opens, Duration.ofSeconds(seconds)));
    }
}
