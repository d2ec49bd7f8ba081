package vn.lienthong.hub.connector;

import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import vn.lienthong.hub.mapping.Mappings;

/** Camel component {@code map:<system>/<name>}: runs {@code mappings/<system>/<name>.jslt} on the body. */
final class MapComponent extends DefaultComponent {
    private final Mappings mappings;
    private final Papers papers;
    private final InstantSource clock;

    MapComponent(Mappings mappings, Papers papers, InstantSource clock) {
        this.mappings = mappings;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        var as = getAndRemoveParameter(parameters, "as", String.class);
        var of = getAndRemoveParameter(parameters, "of", MapOf.class, MapOf.TREE);
        return new MapEndpoint(
                uri, this, remaining, mappings.mapping(remaining), of, MapAs.of(as, remaining), papers, clock);
    }
}
