package vn.lienthong.hub.subscription;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/** What callers do with their subscriptions; those of others do not exist. What is refused is a Refusal. */
public interface Subscriptions {
    /** A subscription with what can only be seen now. */
    record Made(Subscription subscription, String secret) {}

    /** @param waiting how many events have not arrived */
    record Standing(Subscription subscription, long waiting) {}

    Made subscribe(String url, Set<String> entries, Caller caller);

    List<Standing> all(Caller caller);

    Standing one(UUID id, Caller caller);

    /** Null leaves as it is. */
    Standing change(UUID id, @Nullable String url, @Nullable Set<String> entries, Caller caller);

    void end(UUID id, Caller caller);

    /** A new secret; the one before is signed with beside it for a while. */
    Made rotate(UUID id, Caller caller);

    /** Sends a test event now; whether it arrived, and what was answered. */
    Pinged ping(UUID id, Caller caller);

    record Pinged(boolean arrived, @Nullable String answer) {}

    /** Enables it again; what did not arrive since then comes now, what is older is passed over. */
    Standing recover(UUID id, OffsetDateTime since, Caller caller);
}
