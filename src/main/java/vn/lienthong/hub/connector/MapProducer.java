package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.mapping.Mapping;
import vn.lienthong.hub.mapping.Trees;

/** Reads the body, runs the mapping, puts the result where it belongs. */
final class MapProducer extends DefaultProducer {
    private final Mapping mapping;
    private final MapAs as;
    private final InstantSource clock;

    MapProducer(MapEndpoint endpoint, Mapping mapping, MapAs as, InstantSource clock) {
        super(endpoint);
        this.mapping = mapping;
        this.as = as;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        var call = exchange.getProperty(Call.PROPERTY, Call.class);
        try {
            var tree =
                    tree(exchange.getMessage().getBody(), call.card().limits().answerSize());
            as.put(mapping.apply(tree, new Given(exchange, call, clock)), exchange.getMessage());
        } catch (RuntimeException e) {
            throw as == MapAs.TREE
                    ? new Faults.ReplyNotMapped(String.valueOf(e.getMessage()), e)
                    : new Faults.RequestNotMapped(e);
        }
    }

    private static JsonNode tree(@Nullable Object body, int limit) throws IOException {
        return switch (body) {
            case JsonNode tree -> tree;
            case byte[] bytes -> Trees.read(bytes);
            case String text -> Trees.read(text.getBytes(StandardCharsets.UTF_8));
            case InputStream stream -> Trees.read(bounded(stream, limit));
            case null -> throw new Faults.ReplyNotMapped("empty", null);
            default -> SoapBody.tree(body);
        };
    }

    private static byte[] bounded(InputStream stream, int limit) throws IOException {
        try (stream) {
            var bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Faults.ReplyNotMapped("larger than " + limit + " bytes", null);
            }
            return bytes;
        }
    }
}
