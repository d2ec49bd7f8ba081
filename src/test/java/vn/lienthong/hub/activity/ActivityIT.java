package vn.lienthong.hub.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** What a hub says that it does. */
class ActivityIT extends HubStory {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final String PORTAL_ID = "public-service-portal";

    @Autowired
    Activities activities;

    @Autowired
    Heartbeat heartbeat;

    private Queue portal() {
        return activities.now(OPS).systems().stream()
                .filter(queue -> queue.id().equals(PORTAL_ID))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatWaitsAndWhatWasTriedInTheLastMinuteOnAllNodes() {
        var held = portal().held();
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        heartbeat.beat();

        assertThat(portal().held()).isEqualTo(held + 1);
        assertThat(portal().attempts()).isPositive();
        assertThat(activities.now(OPS).nodes()).anyMatch(Node::alive);
    }
}
