package vn.lienthong.hub.reconciliation;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reconciliation as the node that works on it sees it. */
record Run(
        UUID id,
        String system,
        OffsetDateTime from,
        OffsetDateTime until,
        Reconciliation.State state,
        @Nullable String nextPage,
        int pages,
        String reached,
        OffsetDateTime startedAt) {}
