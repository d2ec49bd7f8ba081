package vn.lienthong.hub.drift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node looks at answers
 * @param every of answers of one system, operation and outcome one is looked at in so long
 * @param learn so many answers of a place are learned from before anything new is told
 * @param settled so many must have had a field before it is told that one lacks it
 * @param clock by so much a clock may be off
 */
@ConfigurationProperties("hub.drift")
record DriftSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration every,
        @DefaultValue("20") int learn,
        @DefaultValue("200") int settled,
        @DefaultValue("1m") Duration clock) {
    /** How many answers are counted. */
    int enough(Aspect aspect) {
        return switch (aspect) {
            case SHAPE -> Math.max(learn, settled);
            case CODE -> learn;
            case CERTIFICATE, CLOCK -> 0;
        };
    }
}
