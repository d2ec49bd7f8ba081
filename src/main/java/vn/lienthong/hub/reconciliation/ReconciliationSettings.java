package vn.lienthong.hub.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node works on reconciliations; one that does not leaves them to others
 * @param poll how often to look for one to go on with
 * @param patience how long a step may take before another node goes on in its place
 * @param pause before a system that could not be asked is asked again
 * @param cron when to compare every system by itself, such as {@code 0 0 1 * * *}; {@code -} never
 * @param window how far back a comparison by itself looks
 * @param keep how long everything is kept that a system showed in one; then only what proves something, and the last
 */
@ConfigurationProperties("hub.reconciliation")
record ReconciliationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("30s") Duration pause,
        @DefaultValue("-") String cron,
        @DefaultValue("30d") Duration window,
        @DefaultValue("90d") Duration keep) {}
