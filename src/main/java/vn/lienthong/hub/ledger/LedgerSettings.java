package vn.lienthong.hub.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch how many reports may share one commit
 * @param codeDateWindow how much later than the date in its code a dossier may be received; an online dossier waits for
 *     acceptance over a weekend or a holiday
 * @param clockSkew how far ahead of ours a caller's clock may run
 */
@ConfigurationProperties("hub.ledger")
public record LedgerSettings(
        @DefaultValue("256") int batch,
        @DefaultValue("10d") Duration codeDateWindow,
        @DefaultValue("5m") Duration clockSkew) {}
