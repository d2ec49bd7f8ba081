package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.outage.Outage;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.security.Caller;

/** One outage, of whatever system. */
final class PlayedOutages implements Outages {
    @Override
    public Optional<Outage> now(String system) {
        return Optional.of(outage(UUID.fromString(PlayedReconciliations.ID), system));
    }

    @Override
    public List<Outage> ahead(@Nullable String system) {
        return List.of(outage(UUID.fromString(PlayedReconciliations.ID), "civil-status"));
    }

    @Override
    public Outage plan(UUID id, String system, OffsetDateTime from, OffsetDateTime until, String text, Caller by) {
        return outage(id, system);
    }

    @Override
    public Outage withdraw(UUID id, Caller by) {
        return outage(id, "civil-status");
    }

    private static Outage outage(UUID id, String system) {
        var from = OffsetDateTime.parse("2025-10-02T22:00:00+07:00");
        return new Outage(id, system, from, from.plusHours(4), "Nâng cấp máy chủ", "ops", null);
    }
}
