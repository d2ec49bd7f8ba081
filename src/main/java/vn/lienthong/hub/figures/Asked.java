package vn.lienthong.hub.figures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Caller;

/**
 * Who asks for figures, of which days and units, in which form.
 *
 * @param caller only dossiers of its units are counted
 * @param from first day of the period, in the zone of the offices
 * @param to last day, included
 * @param province null: every unit of the caller
 * @param commune null: every one of the province
 */
public record Asked(
        Caller caller,
        LocalDate from,
        LocalDate to,
        @Nullable String province,
        @Nullable String commune,
        Format format) {
    /** The first moment of the period. */
    public OffsetDateTime start() {
        return midnight(from);
    }

    /** The first moment after the period. */
    public OffsetDateTime end() {
        return midnight(to.plusDays(1));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toOffsetDateTime();
    }

    /** The units that the figures are of, as scopes are written: {@code *}, {@code 31}, {@code 31/11086}. */
    public List<String> units() {
        return province == null ? caller.scope().units().stream().sorted().toList() : List.of(unit());
    }

    private String unit() {
        return Stream.of(province, commune).filter(Objects::nonNull).collect(java.util.stream.Collectors.joining("/"));
    }

    /** For the name of a file. */
    String days() {
        return from + "-" + to;
    }

    /** For the audit: everything that says which figures went out. */
    String words() {
        return "%s %s..%s %s".formatted(format.name().toLowerCase(Locale.ROOT), from, to, String.join(" ", units()));
    }
}
