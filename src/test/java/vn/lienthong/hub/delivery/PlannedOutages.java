package vn.lienthong.hub.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.outage.Outage;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.security.Caller;

/** Every system is away until then, or none is. */
record PlannedOutages(@Nullable OffsetDateTime until) implements Outages {
    @Override
    public Optional<Outage> now(String system) {
        return Optional.ofNullable(until)
                .map(end -> new Outage(new UUID(0, 1), system, end.minusHours(4), end, "Nâng cấp", "ops", null));
    }

    @Override
    public List<Outage> ahead(@Nullable String system) {
        return List.of();
    }

    @Override
    public Outage plan(UUID id, String system, OffsetDateTime from, OffsetDateTime end, String text, Caller by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outage withdraw(UUID id, Caller by) {
        throw new UnsupportedOperationException();
    }
}
