package vn.lienthong.hub.reconciliation;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules.Precision;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DossierCode;

/**
 * Records under codes that are not known here. Some clients make up a code of agency, date and a random number when the
 * local one lacks the prefix: then the same dossier stands there twice. None of them becomes a dossier here by itself.
 */
@Component
class Strangers {
    private static final String TWINS = """
            select d.code, d.procedure, d.received_at from dossier d
            join unnest(?::text[], ?::timestamptz[]) as s (procedure, received_at)
              on d.received_at = s.received_at and d.procedure = s.procedure""";

    private final JdbcTemplate jdbc;
    private final java.time.Duration codeDateWindow;

    Strangers(JdbcTemplate jdbc, @Value("${hub.ledger.code-date-window:10d}") java.time.Duration codeDateWindow) {
        this.jdbc = jdbc;
        this.codeDateWindow = codeDateWindow;
    }

    private record Reception(String procedure, java.time.Instant at) {}

    List<Difference> judge(List<Side> strange) {
        var twins = twins(strange.stream()
                .map(Strangers::reception)
                .filter(Objects::nonNull)
                .toList());
        var found = new ArrayList<Difference>();
        for (var side : strange) {
            var twin = twins.get(reception(side));
            found.add(
                    twin == null
                            ? Difference.ofDossier(
                                    side.code(), Kind.UNKNOWN, null, side.code(), "unknown-here", Remedy.PROPOSE)
                            : Difference.ofDossier(
                                    side.code(), Kind.DUPLICATE, twin, side.code(), "invented-code", Remedy.ESCALATE));
            restarted(side).ifPresent(found::add);
        }
        return found;
    }

    /** The date of reception inside a code is a clock that nobody restarts. */
    private Optional<Difference> restarted(Side side) {
        var code = DossierCode.parse(side.code());
        var received = receivedAt(side);
        if (code.isEmpty() || received == null) {
            return Optional.empty();
        }
        var latest = code.get().date().plusDays(codeDateWindow.toDays());
        return received.toLocalDate().isAfter(latest)
                ? Optional.of(new Difference(
                        side.code(),
                        Kind.TIME,
                        "receivedAt",
                        code.get().date().toString(),
                        Times.text(received),
                        null,
                        "code-date",
                        Remedy.ESCALATE))
                : Optional.empty();
    }

    private static @Nullable OffsetDateTime receivedAt(Side side) {
        var text = side.shown().path("receivedAt").textValue();
        return text == null
                ? null
                : Times.inOffice(Comparison.read(text, Precision.SECOND).toInstant());
    }

    private static @Nullable Reception reception(Side side) {
        var procedure = side.shown().path("procedure").textValue();
        var at = receivedAt(side);
        return procedure == null || at == null ? null : new Reception(procedure, at.toInstant());
    }

    private Map<Reception, String> twins(List<Reception> receptions) {
        var found = new HashMap<Reception, String>();
        if (!receptions.isEmpty()) {
            jdbc.query(
                    TWINS,
                    statement -> new Columns<>(statement, receptions)
                            .add(1, "text", Reception::procedure)
                            .add(2, "timestamptz", reception -> reception.at().toString()),
                    row -> {
                        found.put(
                                new Reception(
                                        row.getString("procedure"),
                                        row.getObject("received_at", OffsetDateTime.class)
                                                .toInstant()),
                                row.getString("code"));
                    });
        }
        return found;
    }
}
