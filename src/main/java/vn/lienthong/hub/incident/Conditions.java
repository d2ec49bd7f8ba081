package vn.lienthong.hub.incident;

import static vn.lienthong.hub.commit.Rows.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.outage.Outages;

/** Looks for what is wrong: one of each kind, system and cause, however many failures. */
@Component
class Conditions {
    /** The newest entry that no system told by itself, by what is owed for it. */
    private static final String LAST_REPORT = """
            select x.created_at as last from delivery x join entry e on e.id = x.entry
            where e.source not like 'system:%' order by x.created_at desc, x.id desc limit 1""";
    /** What has just been reported is on its way, and no reason to wake anybody. */
    private static final int ON_ITS_WAY = 600;

    private final OpenDeliveries open;
    private final JdbcClient jdbc;
    private final Cards cards;
    private final Breakers breakers;
    private final Outages outages;
    private final WorkingCalendar calendar;
    private final Shifts shifts;
    private final IncidentSettings settings;

    Conditions(
            OpenDeliveries open,
            JdbcClient jdbc,
            Cards cards,
            Breakers breakers,
            Outages outages,
            WorkingCalendar calendar,
            Shifts shifts,
            IncidentSettings settings) {
        this.open = open;
        this.jdbc = jdbc;
        this.cards = cards;
        this.breakers = breakers;
        this.outages = outages;
        this.calendar = calendar;
        this.shifts = shifts;
        this.settings = settings;
    }

    List<Found> at(Instant moment) {
        var now = Times.inOffice(moment);
        var found = new ArrayList<>(open.causes(settings.causeAt()));
        found.addAll(unreachable());
        found.addAll(nearDeadline(now));
        found.addAll(silence(now));
        found.addAll(drifts());
        found.addAll(notConserved());
        return found;
    }

    /** As this node sees them; a planned outage is none. */
    private List<Found> unreachable() {
        var systems = cards.all().stream()
                .filter(card ->
                        !breakers.isClosed(card) && outages.now(card.id()).isEmpty())
                .map(SystemCard::id)
                .toList();
        var waited = open.waitingFor(systems);
        var idle = systems.stream()
                .filter(system -> waited.stream().noneMatch(found -> system.equals(found.system())))
                .map(system -> Found.of(Kind.BREAKER, system, null, List.of()));
        return Stream.concat(waited.stream(), idle).toList();
    }

    private List<Found> nearDeadline(OffsetDateTime now) {
        try {
            return open.near(now, calendar.add(now, settings.nearDeadline()), now.minusSeconds(ON_ITS_WAY));
        } catch (NoCalendar e) {
            return List.of();
        }
    }

    private List<Found> drifts() {
        return jdbc.sql("select system, count(*) as n from drift where accepted_at is null group by system")
                .query((row, n) -> new Found(Kind.DRIFT, row.getString("system"), null, row.getLong("n"), List.of()))
                .list();
    }

    private List<Found> silence(OffsetDateTime now) {
        return settings.silence().isPositive() && isSilent(now)
                ? List.of(new Found(Kind.SILENCE, null, null, 0, List.of()))
                : List.of();
    }

    private boolean isSilent(OffsetDateTime now) {
        try {
            return jdbc.sql(LAST_REPORT)
                    .query((row, n) -> time(row, "last"))
                    .optional()
                    .filter(last -> calendar.between(last, now).compareTo(settings.silence()) > 0)
                    .isPresent();
        } catch (NoCalendar e) {
            return false;
        }
    }

    /** The sum of the desk does not come out. */
    private List<Found> notConserved() {
        return shifts.off().entrySet().stream()
                .map(line -> new Found(Kind.CONSERVATION, line.getKey(), null, Math.abs(line.getValue()), List.of()))
                .toList();
    }
}
