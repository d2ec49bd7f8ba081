package vn.lienthong.hub.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node looks after what was left and fetches what is to be fetched; one that does not leaves
 *     it to others
 * @param poll how often to look
 * @param patience how long a node may take before another goes on in its place
 * @param keep how long a message that was reported is kept as it came
 */
@ConfigurationProperties("hub.intake")
record IntakeSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("90d") Duration keep) {}
