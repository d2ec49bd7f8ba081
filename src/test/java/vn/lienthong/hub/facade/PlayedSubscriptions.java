package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.subscription.Subscription;
import vn.lienthong.hub.subscription.Subscriptions;

/** One subscription that there is, and what was done last. */
final class PlayedSubscriptions implements Subscriptions {
    volatile String done = "";

    private static Subscription subscription(Caller caller) {
        return new Subscription(
                UUID.fromString(PlayedReconciliations.ID),
                caller.client(),
                caller.scope(),
                "https://motcua.example.vn/events",
                Set.of("result-signed"),
                null,
                1,
                FakeLedger.RECEIVED,
                FakeLedger.RECEIVED,
                FakeLedger.RECEIVED);
    }

    private static Standing standing(Caller caller) {
        return new Standing(subscription(caller), 3);
    }

    @Override
    public Made subscribe(String url, Set<String> entries, Caller caller) {
        done = "subscribe " + url + " " + entries;
        return new Made(subscription(caller), "whsec_x");
    }

    @Override
    public List<Standing> all(Caller caller) {
        return List.of(standing(caller));
    }

    @Override
    public Standing one(UUID id, Caller caller) {
        return standing(caller);
    }

    @Override
    public Standing change(UUID id, String url, Set<String> entries, Caller caller) {
        done = "change " + url + " " + entries;
        return standing(caller);
    }

    @Override
    public void end(UUID id, Caller caller) {
        done = "end";
    }

    @Override
    public Made rotate(UUID id, Caller caller) {
        return new Made(subscription(caller), "whsec_y");
    }

    @Override
    public Pinged ping(UUID id, Caller caller) {
        return new Pinged(true, "204");
    }

    @Override
    public Standing recover(UUID id, OffsetDateTime since, Caller caller) {
        done = "recover " + since.toInstant();
        return standing(caller);
    }
}
