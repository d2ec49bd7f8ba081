package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a commune code meant during a time. Codes are reused: most of those in force since 2025-07-01 meant another
 * commune the day before.
 *
 * @param agency the identifier under which dossiers of the commune are numbered, when it is known
 * @param validFrom first day of this meaning; null: since before the catalogue's memory
 * @param validTo last day of this meaning; null: until further notice
 */
public record Unit(
        String province,
        String provinceName,
        String commune,
        String communeName,
        @Nullable String agency,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean inForce(LocalDate on) {
        return (validFrom == null || !on.isBefore(validFrom)) && (validTo == null || !on.isAfter(validTo));
    }

    /** Whether some day has both meanings. */
    boolean overlaps(Unit other) {
        return startsBy(other.validTo) && other.startsBy(validTo);
    }

    private boolean startsBy(@Nullable LocalDate day) {
        return validFrom == null || day == null || !validFrom.isAfter(day);
    }
}
