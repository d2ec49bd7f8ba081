package vn.lienthong.hub.connector;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import vn.lienthong.hub.catalog.SystemCard;

/** How the hub calls out over HTTP. Editions whose cards have the same limits share a client, and its connections. */
final class HttpClients {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue IDLE_CHECK = TimeValue.ofSeconds(2);
    private static final RequestConfig LIMITED_BY_CALL = requests(Timeout.DISABLED);

    private final Map<Terms, Shared> shared = new HashMap<>();

    /** What a client is made by. */
    private record Terms(String system, SystemCard.Limits limits, boolean publicAddresses) {
        static Terms of(SystemCard card) {
            return new Terms(card.id(), card.limits(), isHeldToPublicAddresses(card));
        }
    }

    private static final class Shared {
        private final CloseableHttpClient client;
        private int users;

        Shared(CloseableHttpClient client) {
            this.client = client;
        }
    }

    /** A client for each card, to be given back. */
    synchronized Map<SystemCard, HttpClient> take(Collection<SystemCard> cards) {
        var taken = new HashMap<SystemCard, HttpClient>();
        for (var card : cards) {
            var one = shared.computeIfAbsent(Terms.of(card), terms -> new Shared(of(card)));
            one.users++;
            taken.put(card, new KeptOpen(one.client));
        }
        return taken;
    }

    /** The last user closes it. */
    synchronized void giveBack(Collection<SystemCard> cards) {
        for (var card : cards) {
            var one = Objects.requireNonNull(shared.get(Terms.of(card)));
            if (--one.users == 0) {
                shared.remove(Terms.of(card));
                one.client.close(CloseMode.GRACEFUL);
            }
        }
    }

    /**
     * One client per system. It neither retries (a repeat is a decision of the delivery), nor follows redirects (which
     * would carry credentials to another host), nor keeps cookies.
     */
    private static CloseableHttpClient of(SystemCard card) {
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
                .setDefaultRequestConfig(requests(timeout))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorFirst("tape", new Taping())
                .addExecInterceptorFirst("limit", HttpClients::limited)
                .setUserAgent("lien-thong-hub")
                .build();
    }

    private static RequestConfig requests(Timeout response) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(response)
                .setRedirectsEnabled(false)
                .build();
    }

    /**
     * Routes that are called run on virtual threads, where {@link TimeLimit} ends the whole call: a socket that watches the
     * time as well sets and stops a timer each time it waits. Routes that take messages in by themselves run on Camel's
     * threads, and have nothing but the socket's timeout.
     */
    private static ClassicHttpResponse limited(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (Thread.currentThread().isVirtual()) {
            scope.clientContext.setRequestConfig(LIMITED_BY_CALL);
        }
        return chain.proceed(request, scope);
    }

    private static boolean isHeldToPublicAddresses(SystemCard card) {
        var rules = card.subscribers();
        return rules != null && !rules.anyAddress();
    }
}
