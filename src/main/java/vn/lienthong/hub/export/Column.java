package vn.lienthong.hub.export;

/**
 * One column of a table.
 *
 * @param name of the member in JSON; {@code ours.received} is the member {@code received} of the object {@code ours},
 *     and the columns of one such object stand side by side
 * @param heading what people read above it, in Vietnamese
 */
public record Column(String name, String heading, Kind kind) {
    /** What its cells hold. */
    public enum Kind {
        /** A {@link String}. */
        TEXT,
        /** A {@link Long} or {@link Integer}. */
        WHOLE,
        /** A {@link java.math.BigDecimal} of a hundred: 98.88 for 98.88 %. */
        PER_CENT,
        /** An {@link java.time.OffsetDateTime}; shown in the time of the offices. */
        TIME,
        /** A {@link java.time.LocalDate}. */
        DAY
    }

    public static Column text(String name, String heading) {
        return new Column(name, heading, Kind.TEXT);
    }

    public static Column whole(String name, String heading) {
        return new Column(name, heading, Kind.WHOLE);
    }

    public static Column perCent(String name, String heading) {
        return new Column(name, heading, Kind.PER_CENT);
    }

    public static Column time(String name, String heading) {
        return new Column(name, heading, Kind.TIME);
    }
}
