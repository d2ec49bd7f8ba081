package vn.lienthong.hub.connector;

import java.io.IOException;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import vn.lienthong.hub.mapping.Mapping;

/** Reads the body, runs the mapping, puts the result where it belongs. */
final class MapProducer extends DefaultProducer {
    private final String name;
    private final Mapping mapping;
    private final MapOf of;
    private final MapAs as;
    private final Papers papers;
    private final InstantSource clock;

    MapProducer(
            MapEndpoint endpoint,
            String name,
            Mapping mapping,
            MapOf of,
            MapAs as,
            Papers papers,
            InstantSource clock) {
        super(endpoint);
        this.name = name;
        this.mapping = mapping;
        this.of = of;
        this.as = as;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        var call = exchange.getProperty(Call.PROPERTY, Call.class);
        try {
            var tree = of.read(
                    exchange.getMessage().getBody(), call.card().limits().answerSize());
            var result = mapping.apply(tree, new Given(exchange, call, papers, clock));
            var tape = Tape.running();
            if (tape != null) {
                tape.mapped(name, as, result);
            }
            as.put(result, exchange.getMessage());
        } catch (RuntimeException e) {
            throw as == MapAs.TREE
                    ? new Faults.ReplyNotMapped(String.valueOf(e.getMessage()), e)
                    : new Faults.RequestNotMapped(e);
        }
    }
}
