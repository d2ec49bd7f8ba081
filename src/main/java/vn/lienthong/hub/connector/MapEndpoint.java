package vn.lienthong.hub.connector;

import java.time.InstantSource;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import vn.lienthong.hub.mapping.Mapping;

/** One mapping as a place a route can send to. */
final class MapEndpoint extends DefaultEndpoint {
    private final String name;
    private final Mapping mapping;
    private final MapOf of;
    private final MapAs as;
    private final Papers papers;
    private final InstantSource clock;

    MapEndpoint(
            String uri,
            MapComponent component,
            String name,
            Mapping mapping,
            MapOf of,
            MapAs as,
            Papers papers,
            InstantSource clock) {
        super(uri, component);
        this.name = name;
        this.mapping = mapping;
        this.of = of;
        this.as = as;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public Producer createProducer() {
        return new MapProducer(this, name, mapping, of, as, papers, clock);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("a mapping is only sent to");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
