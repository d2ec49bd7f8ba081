package vn.lienthong.hub.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param audience what a token must be meant for
 * @param trustVerifiedFor how long a verified token is not verified again; a revoked key works that much longer
 * @param verifiedTokens how many verified tokens are remembered
 */
@ConfigurationProperties("hub.security")
public record SecuritySettings(
        @DefaultValue("hub") String audience,
        @DefaultValue("60s") Duration trustVerifiedFor,
        @DefaultValue("4096") int verifiedTokens) {}
