package vn.lienthong.hub.connector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Which steps of routes were walked. For tests only: a hub that runs does not count its steps. */
public final class WalkedSteps {
    private final Map<Step, Boolean> steps = new ConcurrentHashMap<>();

    /**
     * @param file name of the file of routes
     * @param line where Camel says that the step stands: that of its value, or the one before where that is a mapping
     * @param kind as the file calls it, such as {@code to}
     * @param label with what it does, such as {@code to[map:x/y]}
     */
    public record Step(String file, int line, String kind, String label) {}

    /** Every step there is, and whether it was walked. */
    public Map<Step, Boolean> all() {
        return Map.copyOf(steps);
    }

    void watch(CamelContext context) {
        context.setSourceLocationEnabled(true);
        context.getCamelContextExtension().addInterceptStrategy(new Watching());
    }

    private static Step step(NamedNode node) {
        var location = String.valueOf(node.getLocation());
        return new Step(
                location.substring(location.lastIndexOf('/') + 1),
                node.getLineNumber(),
                node.getShortName(),
                node.getLabel());
    }

    private final class Watching implements InterceptStrategy {
        @Override
        public Processor wrapProcessorInInterceptors(
                CamelContext context, NamedNode node, Processor target, Processor next) {
            var step = step(node);
            steps.putIfAbsent(step, false);
            return new DelegateAsyncProcessor(target) {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    steps.put(step, true);
                    return super.process(exchange, callback);
                }
            };
        }
    }
}
