package vn.lienthong.hub.connector;

import java.util.List;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.ws.policy.AbstractPolicyInterceptor;
import org.apache.hc.client5.http.classic.HttpClient;
import vn.lienthong.hub.catalog.SystemCard;

/** How the hub calls out over SOAP: through the HTTP client of the system. */
final class CxfClient implements CxfConfigurer {
    static final String SUFFIX = ".cxfClient";

    private final SystemCard card;
    private final HttpClient http;

    CxfClient(SystemCard card, HttpClient http) {
        this.card = card;
        this.http = http;
    }

    @Override
    public void configureClient(Client client) {
        withoutPolicies(client.getBus());
        client.getOutInterceptors().add(new SoapBody.Writing());
        var conduit = new SoapConduit(
                client.getConduit().getTarget(), http, card.limits().answerSize());
        client.setConduitSelector(new PreexistingConduitSelector(conduit, client.getEndpoint()));
    }

    /** WS-Policy needs WS-Security to mean anything, which is not here; four steps of each call would look for it. */
    private static void withoutPolicies(Bus bus) {
        for (var steps : List.of(
                bus.getOutInterceptors(),
                bus.getInInterceptors(),
                bus.getInFaultInterceptors(),
                bus.getOutFaultInterceptors())) {
            steps.removeIf(AbstractPolicyInterceptor.class::isInstance);
        }
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {}

    @Override
    public void configureServer(Server server) {}
}
