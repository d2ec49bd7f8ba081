package vn.lienthong.hub.repair;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node works on repairs; one that does not leaves them to others
 * @param poll how often a repair is gone on with
 * @param inFlight how many deliveries of one repair may be due at a time
 */
@ConfigurationProperties("hub.repair")
record RepairSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1000") int inFlight) {}
