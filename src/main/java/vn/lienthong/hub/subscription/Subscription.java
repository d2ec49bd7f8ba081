package vn.lienthong.hub.subscription;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.UnitScope;

/**
 * A receiver that a caller named.
 *
 * @param scope of the caller when it subscribed
 * @param entries kinds it wants; all when empty
 * @param reason why it is disabled; null while it is not
 * @param secret number of its newest secret
 * @param oldUntil until then the secret before is good too
 */
public record Subscription(
        UUID id,
        String client,
        UnitScope scope,
        String url,
        Set<String> entries,
        @Nullable String reason,
        int secret,
        OffsetDateTime oldUntil,
        OffsetDateTime createdAt,
        OffsetDateTime enabledAt) {
    public boolean isEnabled() {
        return reason == null;
    }
}
