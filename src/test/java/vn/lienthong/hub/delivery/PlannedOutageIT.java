package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** A system is away as its owner announced. */
class PlannedOutageIT extends HubStory {
    private static final String PORTAL_ID = "public-service-portal";
    private static final Caller OPS = new Caller("van-hanh", Set.of("ops"), UnitScope.EVERYWHERE);

    @Autowired
    Outages outages;

    @Autowired
    Deliveries deliveries;

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void end() {
        outages.withdraw(id, OPS);
    }

    private void plan(Duration length) {
        var now = OffsetDateTime.now(CLOCK);
        outages.plan(id, PORTAL_ID, now, now.plus(length), "Nâng cấp máy chủ", OPS);
        outages.plan(id, PORTAL_ID, now, now.plus(length), "Nâng cấp máy chủ", OPS);
    }

    @Test
    void letsDeliveriesWaitWithoutAttemptsAndGoesOnByItself() {
        plan(Duration.ofHours(2));
        register(code);
        awaitAtCertification(code, "DELIVERED");

        assertThat(outages.ahead(PORTAL_ID)).hasSize(1);
        assertThat(triesAtPortal(code)).isEmpty();
        assertThat(deliveries.legs(code))
                .filteredOn(leg -> leg.system().equals(PORTAL_ID))
                .allSatisfy(leg -> {
                    assertThat(leg.lastAnswer()).contains("tạm dừng theo kế hoạch", "Nâng cấp máy chủ");
                    assertThat(leg.waitingOn()).isEqualTo(PORTAL_ID);
                });

        CLOCK.jump(Duration.ofMinutes(121));
        awaitAtPortal(code, "DELIVERED");
        assertThat(triesAtPortal(code)).containsExactly("SEND acknowledged");
        assertThat(burntAtPortal(code)).isZero();
    }

    @Test
    void endsWhenItIsTakenBack() {
        plan(Duration.ofHours(2));
        register(code);
        awaitAtCertification(code, "DELIVERED");
        assertThat(triesAtPortal(code)).isEmpty();

        outages.withdraw(id, OPS);

        awaitAtPortal(code, "DELIVERED");
        assertThat(outages.ahead(PORTAL_ID)).isEmpty();
    }
}
