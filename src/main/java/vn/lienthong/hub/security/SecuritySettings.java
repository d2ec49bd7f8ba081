package vn.lienthong.hub.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param audience what a token must be meant for
 * @param trustVerifiedFor how long a verified token is not verified again; a revoked key works that much longer
 * @param verifiedTokens how many verified tokens are remembered
 * @param longestSession after which a person at the desk signs in again, however busy
 */
@ConfigurationProperties("hub.security")
public record SecuritySettings(
        @DefaultValue("hub") String audience,
        @DefaultValue("60s") Duration trustVerifiedFor,
        @DefaultValue("4096") int verifiedTokens,
        @DefaultValue("12h") Duration longestSession) {}
