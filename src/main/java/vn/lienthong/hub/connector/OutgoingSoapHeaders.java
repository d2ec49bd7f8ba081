package vn.lienthong.hub.connector;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.transport.header.CxfHeaderFilterStrategy;

/** As {@link OutgoingHeaders}, for calls through CXF. */
final class OutgoingSoapHeaders extends CxfHeaderFilterStrategy {
    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return OutgoingHeaders.OURS.contains(name.toLowerCase(Locale.ROOT))
                || super.applyFilterToCamelHeaders(name, value, exchange);
    }
}
