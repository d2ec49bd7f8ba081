package vn.lienthong.hub.connector;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import vn.lienthong.hub.catalog.SystemCard;

/** How the hub calls out over HTTP. */
final class HttpClients {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue IDLE_CHECK = TimeValue.ofSeconds(2);

    private HttpClients() {}

    /**
     * One client per system. It neither retries (a repeat is a decision of the delivery), nor follows redirects (which
     * would carry credentials to another host), nor keeps cookies.
     */
    static CloseableHttpClient of(SystemCard card) {
        var limits = card.limits();
        var timeout = Timeout.of(limits.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(
                        isHeldToPublicAddresses(card) ? new PublicAddresses() : SystemDefaultDnsResolver.INSTANCE)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(limits.concurrency() * 2)
                .setMaxConnTotal(limits.concurrency() * 2)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(timeout)
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(IDLE_CHECK)
                        .build())
                .build();
        return org.apache.hc.client5.http.impl.classic.HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(timeout)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("lien-thong-hub")
                .build();
    }

    private static boolean isHeldToPublicAddresses(SystemCard card) {
        var rules = card.subscribers();
        return rules != null && !rules.anyAddress();
    }
}
