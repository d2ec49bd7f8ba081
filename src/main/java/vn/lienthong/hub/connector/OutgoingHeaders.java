package vn.lienthong.hub.connector;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/** Keeps the hub's own headers at home: only what a route set for the system goes out. */
final class OutgoingHeaders extends HttpHeaderFilterStrategy {
    static final String OPERATION = "operation";
    static final Set<String> OURS = Set.of(OPERATION, "idempotencykey", "dossier", "entry", "batch");

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return OURS.contains(name.toLowerCase(Locale.ROOT)) || super.applyFilterToCamelHeaders(name, value, exchange);
    }
}
