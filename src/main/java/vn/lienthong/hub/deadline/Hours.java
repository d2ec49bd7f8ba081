package vn.lienthong.hub.deadline;

import static java.util.stream.Collectors.joining;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** The working hours of one day, in seconds of the day. A shift holds its first second and not its last. */
final class Hours {
    /** A day off. */
    static final Hours NONE = new Hours(List.of());

    private static final int NEVER = -1;

    private record Shift(int opens, int closes) {
        static Shift parse(String text) {
            var ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("'%s' is not like 07:00-11:30".formatted(text));
            }
            return new Shift(
                    LocalTime.parse(ends[0]).toSecondOfDay(),
                    LocalTime.parse(ends[1]).toSecondOfDay());
        }

        int length() {
            return closes - opens;
        }

        @Override
        public String toString() {
            return LocalTime.ofSecondOfDay(opens) + "-" + LocalTime.ofSecondOfDay(closes);
        }
    }

    private final Shift[] shifts;
    private final int total;

    private Hours(List<Shift> shifts) {
        this.shifts = shifts.toArray(Shift[]::new);
        this.total = shifts.stream().mapToInt(Shift::length).sum();
    }

    /** Reads {@code 07:00-11:30, 13:30-17:00}. */
    static Hours parse(String text) {
        var shifts = Stream.of(text.split(",", -1))
                .map(shift -> Shift.parse(shift.strip()))
                .toList();
        int last = NEVER;
        for (var shift : shifts) {
            if (shift.opens <= last || shift.length() <= 0) {
                throw new IllegalArgumentException("'%s': shifts must follow each other".formatted(text));
            }
            last = shift.closes;
        }
        return new Hours(shifts);
    }

    /** Working seconds of the whole day. */
    int total() {
        return total;
    }

    /** Working seconds of the day that have passed at that second. */
    int passed(int second) {
        int passed = 0;
        for (var shift : shifts) {
            passed += Math.clamp(second - shift.opens, 0, shift.length());
        }
        return passed;
    }

    /** The first second at which that many working seconds, at least one, have passed. */
    int reached(int seconds) {
        int left = seconds;
        for (var shift : shifts) {
            if (left <= shift.length()) {
                return shift.opens + left;
            }
            left -= shift.length();
        }
        throw new IllegalArgumentException("the day has no %d working seconds".formatted(seconds));
    }

    /** Whether work goes on, or begins again, at that second or later. */
    boolean worksFrom(int second) {
        return total > 0 && second < closing();
    }

    /** The first working second at that second or later. */
    int opening(int second) {
        for (var shift : shifts) {
            if (second < shift.closes) {
                return Math.max(second, shift.opens);
            }
        }
        throw new IllegalArgumentException("the office does not open again that day");
    }

    int closing() {
        return shifts[shifts.length - 1].closes;
    }

    @Override
    public String toString() {
        return Stream.of(shifts).map(Shift::toString).collect(joining(", "));
    }
}
