package vn.lienthong.hub.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node asks payment systems and records what was paid; one that does not leaves it to others
 * @param poll how often to look for an order that somebody must look at
 * @param patience how long an order may be in hand before another node takes it; longer than any system's timeout
 */
@ConfigurationProperties("hub.payment")
record PaymentSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("3m") Duration patience) {}
