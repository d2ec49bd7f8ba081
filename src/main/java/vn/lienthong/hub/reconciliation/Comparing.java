package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierState;

/** Looks at every record that the system showed: what it is here, and what differs. */
@Component
class Comparing {
    private static final int STRETCH = 5_000;
    /** One look-up per record by the key, whatever the tables have grown to: a join would read all dossiers each time. */
    private static final String RECORDS = """
            select s.code, s.record, d.code is not null as known, d.procedure, d.received_at, d.due_at, d.status,
              case when ? then d.state end as state
            from (select code, page, n, record from shown where reconciliation = ? and code > ?
              order by code, page, n limit ?) s
            left join lateral (select * from dossier where dossier.code = s.code limit 1) d on true
            order by s.code, s.page, s.n""";

    private final Ahead<Place, List<Side>> ahead = new Ahead<>();
    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final Strangers strangers;
    private final InFlight inFlight;

    Comparing(JdbcClient jdbc, WorkingCalendar calendar, Strangers strangers, InFlight inFlight) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.strangers = strangers;
        this.inFlight = inFlight;
    }

    private record Place(UUID run, String after) {}

    /** One record beside the dossier of the same code, if there is one. */
    record Side(String code, JsonNode shown, @Nullable Truth ours) {}

    Pass next(Run run, SystemCard card, ComparisonRules rules) {
        var story = rules.fields().stream().anyMatch(rule -> rule.field().isInStory());
        var sides = ahead.get(new Place(run.id(), run.reached()), () -> sides(run.id(), run.reached(), story));
        if (sides.isEmpty()) {
            return new Pass(null, 0, List.of());
        }
        var end = sides.getLast().code();
        ahead.begin(new Place(run.id(), end), () -> sides(run.id(), end, story));
        var found = new ArrayList<Difference>();
        var strange = new ArrayList<Side>();
        var comparison = new Comparison(rules, calendar);
        String last = null;
        for (var side : sides) {
            if (side.code.equals(last)) {
                found.add(Difference.ofDossier(
                        side.code, Kind.DUPLICATE, side.code, side.code, "listed-twice", Remedy.ESCALATE));
            } else if (side.ours == null) {
                strange.add(side);
            } else {
                found.addAll(comparison.differences(side.ours, side.shown));
            }
            last = side.code;
        }
        found.addAll(strangers.judge(strange));
        found.addAll(strangers.countedTwice(run.id(), sides));
        return new Pass(last, sides.size(), inFlight.without(card.id(), found));
    }

    /** Records of one code stay together: those of the last one come with the next stretch, if there may be more. */
    private List<Side> sides(UUID run, String after, boolean story) {
        var sides = jdbc.sql(RECORDS)
                .params(story, run, after, STRETCH)
                .query((row, n) -> side(row))
                .list();
        var last = sides.isEmpty() ? "" : sides.getLast().code;
        if (sides.size() < STRETCH || sides.getFirst().code.equals(last)) {
            return sides;
        }
        return sides.stream().filter(side -> !side.code.equals(last)).toList();
    }

    private static Side side(ResultSet row) throws SQLException {
        return new Side(
                row.getString("code"), Json.parse(row.getBytes("record")), row.getBoolean("known") ? truth(row) : null);
    }

    private static Supplier<DossierState> story(@Nullable String state) {
        return () -> DossierState.read(Objects.requireNonNull(state, "the rules did not ask for it"));
    }

    /** From the columns of a dossier. */
    static Truth truth(ResultSet row) throws SQLException {
        return new Truth(
                row.getString("code"),
                row.getString("procedure"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getObject("due_at", OffsetDateTime.class),
                row.getString("status"),
                story(row.getString("state")));
    }
}
