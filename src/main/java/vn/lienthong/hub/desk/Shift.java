package vn.lienthong.hub.desk;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * How it goes since the shift began.
 *
 * @param since when it began
 * @param until the time of day for which {@link ShiftLine#overdue} is reckoned
 * @param whole whether all units are in it; only then what became owed is known apart
 */
public record Shift(
        OffsetDateTime since, OffsetDateTime at, OffsetDateTime until, boolean whole, List<ShiftLine> lines) {

    public long delivered() {
        return lines.stream().mapToLong(ShiftLine::delivered).sum();
    }

    public long backlog() {
        return lines.stream().mapToLong(ShiftLine::backlog).sum();
    }

    public long held() {
        return lines.stream().mapToLong(ShiftLine::held).sum();
    }

    public long overdue() {
        return lines.stream().mapToLong(ShiftLine::overdue).sum();
    }

    /** What is used or fails or waits, what fails first. */
    public List<ShiftLine> busy() {
        return lines.stream()
                .filter(line -> !line.isIdle())
                .sorted(Comparator.comparing(ShiftLine::health).reversed())
                .toList();
    }

    public List<ShiftLine> idle() {
        return lines.stream().filter(ShiftLine::isIdle).toList();
    }

    /** How many arrive in an hour. */
    public long rate(ShiftLine line) {
        return Math.round(line.delivered()
                * 60.0
                / Math.max(1, Duration.between(since, at).toMinutes()));
    }

    public long failing() {
        return lines.stream()
                .filter(line -> line.health() == ShiftLine.Health.FAILING)
                .count();
    }
}
