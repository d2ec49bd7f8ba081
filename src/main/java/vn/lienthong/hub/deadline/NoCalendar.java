package vn.lienthong.hub.deadline;

/** A moment in a year whose working days nobody has announced to the hub; guessing them would invent a due time. */
public final class NoCalendar extends RuntimeException {
    private final int year;

    NoCalendar(int year) {
        super("there is no working calendar for " + year);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
