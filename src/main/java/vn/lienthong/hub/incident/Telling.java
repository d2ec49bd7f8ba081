package vn.lienthong.hub.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.incident.Alert.Kind;
import vn.lienthong.hub.incident.AlertSettings.Group;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.json.Times;

/** Decides who is told of what and when, and puts it into the outbox; within the caller's transaction. */
@Component
class Telling {
    private final AlertSettings settings;
    private final Outbox outbox;
    private final AlertText text;
    private final Deadlines deadlines;
    private final Shifts shifts;

    Telling(AlertSettings settings, Outbox outbox, AlertText text, Deadlines deadlines, Shifts shifts) {
        this.settings = settings;
        this.outbox = outbox;
        this.text = text;
        this.deadlines = deadlines;
        this.shifts = shifts;
    }

    List<Group> groups() {
        return settings.groups();
    }

    /** Each group when its turn has come. */
    void open(Incident incident, Instant now) {
        for (var group : settings.groups()) {
            if (concerns(group, incident, now) && !outbox.knows(group.name(), incident.id())) {
                tell(group, incident, group.after().isZero() ? Kind.OPENED : Kind.ESCALATED, now);
            }
        }
    }

    private boolean concerns(Group group, Incident incident, Instant now) {
        var at = Times.inOffice(now);
        var longEnough = incident.state() == State.OPEN
                && working(incident.openedAt(), at).compareTo(group.after()) >= 0;
        var due = incident.earliestDue();
        return longEnough
                || due != null
                        && group.deadlineWithin().isPositive()
                        && working(at, due).compareTo(group.deadlineWithin()) <= 0;
    }

    private Duration working(OffsetDateTime from, OffsetDateTime to) {
        try {
            return deadlines.between(from, to);
        } catch (NoCalendar e) {
            return Duration.between(from, to);
        }
    }

    /** Those who were told that it is open. */
    void closed(Incident incident, Instant now) {
        settings.groups().stream()
                .filter(group -> outbox.knows(group.name(), incident.id()))
                .forEach(group -> tell(group, incident, Kind.CLOSED, now));
    }

    private void tell(Group group, Incident incident, Kind kind, Instant now) {
        outbox.put(
                group,
                kind,
                incident.id() + " " + (kind == Kind.CLOSED ? "closed" : "open"),
                incident.id(),
                text.subject(incident, kind),
                text.body(incident, kind),
                now);
    }

    /** Once a day, when the time of the group has come: of the shift that ends then, or has come so far. */
    void digest(List<Incident> open, Instant now) {
        var at = Times.inOffice(now);
        for (var group : settings.groups()) {
            var time = group.digest();
            if (time != null && !at.toLocalTime().isBefore(time)) {
                digest(group, at.with(time), open, now);
            }
        }
    }

    private void digest(Group group, OffsetDateTime at, List<Incident> open, Instant now) {
        var occasion = "digest " + at.toLocalDate();
        if (!outbox.holds(occasion, group.name())) {
            var body = text.digest(shifts.upTo(at), open);
            outbox.put(group, Kind.DIGEST, occasion, null, text.digestSubject(at), body, now);
        }
    }

    void test(Group group, UUID id, Instant now) {
        outbox.put(group, Kind.TEST, "test " + id, null, text.testSubject(), text.test(), now);
    }
}
