package vn.lienthong.hub.incident;

import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.ByHand;
import vn.lienthong.hub.incident.Incident.Kind;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.outage.Outages;

/** Looks for what is wrong: from the small indexes of what is open, a row per system and cause however many failures. */
@Component
class Conditions {
    private static final String CAUSES = """
            select x.system, x.cause, count(*) as failures, count(distinct x.dossier) as dossiers,
              min(d.due_at) filter (where d.status <> all (?)) as due
            from delivery x join dossier d on d.code = x.dossier
            where x.state in ('REFUSED', 'PARKED') and x.cause is not null and x.code is distinct from ?
            group by x.system, x.cause having count(*) >= ?""";
    private static final String WAITING = """
            select count(*) as failures, count(distinct x.dossier) as dossiers,
              min(d.due_at) filter (where d.status <> all (?)) as due
            from delivery x join dossier d on d.code = x.dossier
            where x.system = ? and x.state in ('PENDING', 'LEASED', 'UNCERTAIN')""";
    private static final String NEAR = """
            select x.system, count(*) as failures, count(distinct x.dossier) as dossiers, min(d.due_at) as due
            from delivery x join dossier d on d.code = x.dossier
            where x.state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED') and x.created_at < ?
              and d.due_at > ? and d.due_at <= ? and d.status <> all (?)
            group by x.system""";
    /** What has just been reported is on its way, and no reason to wake anybody. */
    private static final int ON_ITS_WAY = 600;

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Breakers breakers;
    private final Outages outages;
    private final WorkingCalendar calendar;
    private final IncidentSettings settings;

    Conditions(
            JdbcClient jdbc,
            Cards cards,
            Breakers breakers,
            Outages outages,
            WorkingCalendar calendar,
            IncidentSettings settings) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.breakers = breakers;
        this.outages = outages;
        this.calendar = calendar;
        this.settings = settings;
    }

    List<Found> at(Instant moment) {
        var now = Times.inOffice(moment);
        var found = new ArrayList<>(causes());
        found.addAll(unreachable());
        found.addAll(nearDeadline(now));
        found.addAll(silence(now));
        found.addAll(drifts());
        return found;
    }

    private List<Found> causes() {
        return jdbc.sql(CAUSES)
                .params(ended(), ByHand.HELD, settings.causeAt())
                .query((row, n) -> new Found(
                        Kind.CAUSE,
                        row.getString("system"),
                        row.getString("cause"),
                        row.getLong("failures"),
                        row.getLong("dossiers"),
                        timeOrNull(row, "due")))
                .list();
    }

    /** As this node sees them; a planned outage is none. */
    private List<Found> unreachable() {
        return cards.all().stream()
                .filter(card ->
                        !breakers.isClosed(card) && outages.now(card.id()).isEmpty())
                .map(card -> waiting(card.id()))
                .toList();
    }

    private Found waiting(String system) {
        return jdbc.sql(WAITING)
                .params(ended(), system)
                .query((row, n) -> new Found(
                        Kind.BREAKER,
                        system,
                        null,
                        row.getLong("failures"),
                        row.getLong("dossiers"),
                        timeOrNull(row, "due")))
                .single();
    }

    private List<Found> nearDeadline(OffsetDateTime now) {
        try {
            return jdbc.sql(NEAR)
                    .params(now.minusSeconds(ON_ITS_WAY), now, calendar.add(now, settings.nearDeadline()), ended())
                    .query((row, n) -> new Found(
                            Kind.DEADLINE,
                            row.getString("system"),
                            null,
                            row.getLong("failures"),
                            row.getLong("dossiers"),
                            timeOrNull(row, "due")))
                    .list();
        } catch (NoCalendar e) {
            return List.of();
        }
    }

    private List<Found> drifts() {
        return jdbc.sql("select system, count(*) as n from drift where accepted_at is null group by system")
                .query((row, n) -> new Found(Kind.DRIFT, row.getString("system"), null, row.getLong("n"), 0, null))
                .list();
    }

    private List<Found> silence(OffsetDateTime now) {
        if (!settings.silence().isPositive()) {
            return List.of();
        }
        try {
            return jdbc
                    .sql("select max(recorded_at) as last from entry")
                    .query((row, n) -> java.util.Optional.ofNullable(timeOrNull(row, "last")))
                    .single()
                    .filter(last -> calendar.between(last, now).compareTo(settings.silence()) > 0)
                    .stream()
                    .map(last -> new Found(Kind.SILENCE, null, null, 0, 0, null))
                    .toList();
        } catch (NoCalendar e) {
            return List.of();
        }
    }

    private static String[] ended() {
        return Stream.of(DossierStatus.values())
                .filter(DossierStatus::isEnd)
                .map(DossierStatus::word)
                .toArray(String[]::new);
    }
}
