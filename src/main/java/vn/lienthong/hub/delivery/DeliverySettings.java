package vn.lienthong.hub.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node delivers; one that only accepts leaves it to others
 * @param poll how often to look for deliveries that other nodes accepted or left behind
 * @param batch how many deliveries may be leased, or settled, at once
 * @param leaseMargin how much longer than the system's timeout a lease lasts, so that a slow node is not overtaken
 */
@ConfigurationProperties("hub.delivery")
public record DeliverySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("256") int batch,
        @DefaultValue("30s") Duration leaseMargin) {}
