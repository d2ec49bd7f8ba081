package vn.lienthong.hub.connector;

import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
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
        var conduit = new SoapConduit(
                client.getConduit().getTarget(), http, card.limits().answerSize());
        client.setConduitSelector(new PreexistingConduitSelector(conduit, client.getEndpoint()));
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {}

    @Override
    public void configureServer(Server server) {}
}
