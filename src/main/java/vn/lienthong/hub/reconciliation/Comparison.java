package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.ComparisonRules.Field;
import vn.lienthong.hub.catalog.ComparisonRules.FieldRule;
import vn.lienthong.hub.catalog.ComparisonRules.Precision;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Times;

/**
 * Compares one dossier by the rules of a card. Two times that have no working time between them are the same: nobody's
 * deadline depends on which hour of the night a message came. What the system does not show is not compared.
 */
final class Comparison {
    private final List<FieldRule> rules;
    private final WorkingCalendar calendar;

    Comparison(ComparisonRules rules, WorkingCalendar calendar) {
        this.rules = rules.fields();
        this.calendar = calendar;
    }

    /** @param shown the record as the route translated it */
    List<Difference> differences(Truth ours, JsonNode shown) {
        var differences = new ArrayList<Difference>();
        for (var rule : rules) {
            difference(rule, ours, shown).ifPresent(differences::add);
        }
        return differences;
    }

    private Optional<Difference> difference(FieldRule rule, Truth ours, JsonNode shown) {
        return switch (rule.field()) {
            case STATUS -> status(rule, ours, shown);
            case FEE -> fee(rule, ours, shown);
            default -> time(rule, ours, shown.path(rule.field().word()).textValue());
        };
    }

    /** One of their states may stand for several of ours: then the record lists them all. */
    private static Optional<Difference> status(FieldRule rule, Truth ours, JsonNode shown) {
        var theirs = StreamSupport.stream(shown.path("statuses").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (theirs.isEmpty() && shown.hasNonNull(Field.STATUS.word())) {
            theirs = List.of(shown.get(Field.STATUS.word()).asText());
        }
        var status = ours.status();
        return theirs.isEmpty() || theirs.contains(status)
                ? Optional.empty()
                : Optional.of(other(rule, ours, Kind.STATUS, status, String.join(" | ", theirs), null));
    }

    private static Optional<Difference> fee(FieldRule rule, Truth ours, JsonNode shown) {
        var theirs = shown.path(Field.FEE.word());
        return !theirs.isNumber() || theirs.asLong() == ours.paid()
                ? Optional.empty()
                : Optional.of(
                        other(rule, ours, Kind.FEE, Long.toString(ours.paid()), Long.toString(theirs.asLong()), null));
    }

    private Optional<Difference> time(FieldRule rule, Truth ours, @Nullable String shown) {
        var time = ours.time(rule.field());
        if (time == null || shown == null) {
            return Optional.empty();
        }
        OffsetDateTime theirs;
        try {
            theirs = read(shown, rule.precision());
        } catch (DateTimeException e) {
            return Optional.of(other(rule, ours, Kind.TIME, Times.text(Times.inOffice(time.toInstant())), shown, null));
        }
        if (same(time, theirs, rule.precision())) {
            return Optional.empty();
        }
        var apart = workingTime(time, theirs);
        return apart.abs().compareTo(rule.tolerance()) <= 0
                ? Optional.empty()
                : Optional.of(other(
                        rule, ours, Kind.TIME, Times.text(Times.inOffice(time.toInstant())), shown, minutes(apart)));
    }

    /** A date alone stands for the beginning of its day. */
    static OffsetDateTime read(String shown, Precision precision) {
        return precision == Precision.DAY || shown.length() == "yyyy-MM-dd".length()
                ? LocalDate.parse(shown.substring(0, "yyyy-MM-dd".length()))
                        .atStartOfDay(Times.ZONE)
                        .toOffsetDateTime()
                : OffsetDateTime.parse(shown);
    }

    private static boolean same(OffsetDateTime ours, OffsetDateTime theirs, Precision precision) {
        return switch (precision) {
            case SECOND -> cut(ours, ChronoUnit.SECONDS).equals(cut(theirs, ChronoUnit.SECONDS));
            case MINUTE -> cut(ours, ChronoUnit.MINUTES).equals(cut(theirs, ChronoUnit.MINUTES));
            case DAY -> cut(ours, ChronoUnit.DAYS).equals(cut(theirs, ChronoUnit.DAYS));
        };
    }

    private static OffsetDateTime cut(OffsetDateTime time, ChronoUnit unit) {
        return Times.inOffice(time.toInstant()).truncatedTo(unit);
    }

    /** Where no calendar reaches, every second counts: a time that far off is wrong in any case. */
    private Duration workingTime(OffsetDateTime ours, OffsetDateTime theirs) {
        try {
            return calendar.between(ours, theirs);
        } catch (NoCalendar e) {
            return Duration.between(ours, theirs);
        }
    }

    /** Whole minutes, away from zero: what differs is never shown as nothing. */
    private static long minutes(Duration apart) {
        var minutes = (apart.abs().toSeconds() + 59) / 60;
        return apart.isNegative() ? -minutes : minutes;
    }

    private static Difference other(
            FieldRule rule, Truth ours, Kind kind, String mine, String theirs, @Nullable Long minutes) {
        return new Difference(
                ours.code(), kind, rule.field().word(), mine, theirs, minutes, rule.reason(), rule.remedy());
    }
}
