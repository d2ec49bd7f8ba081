package vn.lienthong.hub.ledger;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.UnitScope;

/**
 * Which dossiers, in the order of their codes.
 *
 * @param scope what the asker may see
 * @param after the code to go on behind
 */
public record DossierQuery(
        UnitScope scope,
        @Nullable String province,
        @Nullable String commune,
        @Nullable DossierStatus status,
        @Nullable OffsetDateTime receivedFrom,
        @Nullable OffsetDateTime receivedTo,
        @Nullable String after,
        int limit) {}
