package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.Unit;
import vn.lienthong.hub.catalog.Units;
import vn.lienthong.hub.deadline.Deadline;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.NoRule;
import vn.lienthong.hub.json.Times;

/** Reads a registration against the code lists: which procedure, which unit on that day, and until when. */
final class Reception {
    private final Units units;
    private final Procedures procedures;
    private final Deadlines deadlines;
    private final LedgerSettings settings;

    Reception(Units units, Procedures procedures, Deadlines deadlines, LedgerSettings settings) {
        this.units = units;
        this.procedures = procedures;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** What a registration means once the code lists have been asked. */
    record Registered(
            Procedure procedure,
            Unit unit,
            String channel,
            OffsetDateTime receivedAt,
            OffsetDateTime dueAt,
            String dueSource,
            Deadline computed,
            JsonNode body) {}

    /** @throws SubmissionRefused when the code lists or the calendar disagree with it */
    Registered read(JsonNode body) {
        var receivedAt = OffsetDateTime.parse(body.path("receivedAt").asText());
        var onDay = receivedAt.atZoneSameInstant(Times.ZONE).toLocalDate();
        refuseOtherDate(body.path("code").asText(), onDay);
        var procedure = procedure(body.path("procedure").asText());
        var unit = unit(body.path("unit"), onDay);
        var channel = body.path("channel").asText();
        var computed = deadline(procedure, channel, receivedAt);
        var claimed = time(body, "dueAt");
        var dueAt = claimed == null ? computed.dueAt() : claimed;
        if (dueAt.isBefore(receivedAt)) {
            throw new SubmissionRefused("dossier.due-before-reception", 422, "dueAt is before receivedAt", "/dueAt");
        }
        return new Registered(
                procedure,
                unit,
                channel,
                receivedAt,
                dueAt,
                claimed == null ? "computed" : "claimed",
                computed,
                enriched(body, procedure, unit, dueAt));
    }

    /** A date in the code that is not the day of reception is how a restarted clock shows. */
    private void refuseOtherDate(String code, LocalDate onDay) {
        var date = DossierCode.parse(code)
                .orElseThrow(() -> new SubmissionRefused(
                        "dossier.code-malformed",
                        422,
                        "a dossier code is agency id, date of reception as yyMMdd, ordinal",
                        "/code"))
                .date();
        if (onDay.isBefore(date)
                || onDay.isAfter(date.plusDays(settings.codeDateWindow().toDays()))) {
            throw new SubmissionRefused(
                    "dossier.code-date-disagrees",
                    422,
                    "the date inside the dossier code does not agree with receivedAt",
                    "/receivedAt");
        }
    }

    private Procedure procedure(String code) {
        return procedures
                .find(code)
                .orElseThrow(() -> new SubmissionRefused(
                        "procedure.unknown", 422, "the procedure is not in the catalogue", "/procedure"));
    }

    /** A commune code means nothing without a date: most codes meant another commune before 2025-07-01. */
    private Unit unit(JsonNode unit, LocalDate onDay) {
        var province = unit.path("province").asText();
        var commune = unit.path("commune").asText();
        return units.at(province, commune, onDay).orElseThrow(() -> {
            var known =
                    units.meanings(commune).stream().anyMatch(u -> u.province().equals(province));
            return known || !units.meanings(commune).isEmpty()
                    ? new SubmissionRefused(
                            "unit.not-in-force",
                            422,
                            "the commune code meant another unit, or none, in this province on the day of reception",
                            "/unit")
                    : new SubmissionRefused("unit.unknown", 422, "the unit is not in the catalogue", "/unit");
        });
    }

    /** @throws SubmissionRefused when none can be reckoned for that reception */
    Deadline deadline(String procedure, String channel, OffsetDateTime receivedAt) {
        return deadline(procedure(procedure), channel, receivedAt);
    }

    private Deadline deadline(Procedure procedure, String channel, OffsetDateTime receivedAt) {
        try {
            return deadlines.due(procedure, channel, receivedAt);
        } catch (NoRule e) {
            throw new SubmissionRefused(
                    "procedure.not-in-force",
                    422,
                    "the procedure was not in force on the day of reception",
                    "/procedure");
        } catch (NoCalendar e) {
            throw new SubmissionRefused(
                    "dossier.no-calendar",
                    422,
                    "there is no working calendar for the year of receivedAt",
                    "/receivedAt");
        }
    }

    private static JsonNode enriched(JsonNode body, Procedure procedure, Unit unit, OffsetDateTime dueAt) {
        ObjectNode copy = body.deepCopy();
        copy.putObject("procedure")
                .put("code", body.path("procedure").asText())
                .put("name", procedure.name())
                .put("field", procedure.field())
                .put("fieldName", procedure.fieldName());
        var units = copy.putObject("unit")
                .put("province", unit.province())
                .put("provinceName", unit.provinceName())
                .put("commune", unit.commune())
                .put("communeName", unit.communeName());
        if (unit.agency() != null) {
            units.put("agency", unit.agency());
        }
        copy.put("dueAt", Times.text(dueAt));
        return copy;
    }

    private static @Nullable OffsetDateTime time(JsonNode body, String field) {
        return body.hasNonNull(field) ? OffsetDateTime.parse(body.get(field).asText()) : null;
    }
}
