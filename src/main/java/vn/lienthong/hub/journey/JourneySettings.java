package vn.lienthong.hub.journey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node takes journeys further; one that does not leaves them to others
 * @param poll how often to look for one whose time has come
 * @param patience how long a step may take before another node goes on in its place
 */
@ConfigurationProperties("hub.journey")
record JourneySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1m") Duration patience) {}
