package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.incident.Incident;
import vn.lienthong.hub.incident.Incidents;
import vn.lienthong.hub.security.Caller;

/** One incident of ten thousand failures, and one group. */
final class PlayedIncidents implements Incidents {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-10-02T08:00:00+07:00");

    @Override
    public List<Incident> list(Caller caller, boolean openOnly, int limit) {
        return List.of(incident(Incident.State.OPEN, null));
    }

    private static Incident incident(Incident.State state, String note) {
        return new Incident(
                UUID.fromString(PlayedReconciliations.ID),
                Incident.Kind.CAUSE,
                "e-certification",
                "0123456789ab",
                state,
                true,
                AT,
                AT,
                10_000,
                10_000,
                9_000,
                AT.plusDays(1),
                "ops",
                note,
                null,
                null);
    }

    @Override
    public Incident decide(UUID id, Incident.State state, String note, Caller by) {
        return incident(state, note);
    }

    @Override
    public Incident decide(String cause, Incident.State state, String note, Caller by) {
        return incident(state, note);
    }

    @Override
    public List<Recipients> recipients() {
        return List.of(new Recipients("truc-ca", 2, true));
    }

    @Override
    public void test(String group, Caller by) {}
}
