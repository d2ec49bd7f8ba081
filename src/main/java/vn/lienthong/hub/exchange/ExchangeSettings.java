package vn.lienthong.hub.exchange;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param samples how many acknowledged exchanges are kept per system and day, spread over the day; those that were not
 *     acknowledged are all kept
 * @param samplesOf the same for single systems, by their id
 * @param keep how long exchanges are kept
 * @param sweepEvery how often old ones are removed
 */
@ConfigurationProperties("hub.exchange")
public record ExchangeSettings(
        @DefaultValue("24") int samples,
        @DefaultValue Map<String, Integer> samplesOf,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("10m") Duration sweepEvery) {}
