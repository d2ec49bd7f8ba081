package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.cxf.binding.soap.SoapFault;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import vn.lienthong.hub.mapping.Trees;

/** The routes of all systems, running; and the way into them. */
final class CamelRoutes implements SmartLifecycle, DisposableBean {
    private static final String FILES = ".camel.yaml";
    /** From here on the status alone says that the call failed, whatever the page under it looks like. */
    private static final int FAILED = 300;

    static final String PLATFORM_FAULT = "X-Road-Error";

    /** Exchange property by which routes of platforms find the HTTP client of the system. */
    private static final String SYSTEM = "system";

    private final CamelContext context;
    private final Path folder;
    private final ProducerTemplate template;
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    CamelRoutes(CamelContext context, Path folder) {
        this.context = context;
        this.folder = folder;
        this.template = context.createProducerTemplate();
    }

    /**
     * Runs one route to its end and reads what it left.
     *
     * @throws Exception whatever the route threw
     */
    Reply call(Call call, String route, Map<String, Object> headers) throws Exception {
        return reply(run(call, route, headers, call.message()));
    }

    /** Runs one route to its end, whatever that is. */
    Exchange run(Call call, String route, Map<String, Object> headers, JsonNode body) {
        var endpoint = endpoints.computeIfAbsent("direct:" + route, context::getEndpoint);
        return template.send(endpoint, e -> {
            e.setProperty(Call.PROPERTY, call);
            e.setProperty(SYSTEM, call.card().route());
            e.getMessage().setHeaders(new java.util.HashMap<>(headers));
            e.getMessage().setBody(body);
        });
    }

    /** Asked before each call, and the context looks through all its routes. */
    boolean has(String route) {
        return known.computeIfAbsent(route, id -> context.getRoute(id) != null);
    }

    private static Reply reply(Exchange exchange) throws Exception {
        var message = exchange.getMessage();
        var http = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        var platformFault = message.getHeader(PLATFORM_FAULT) != null;
        var failure = exchange.getException();
        if (failure == null) {
            return Reply.of(tree(message.getBody()), http, platformFault);
        }
        if (Faults.find(failure, SoapFault.class) instanceof SoapFault fault && fault.getCause() == null) {
            return Reply.fault(http, fault.getFaultCode().getLocalPart(), fault.getReason(), platformFault);
        }
        if (Faults.find(failure, Faults.FailedStatus.class) instanceof Faults.FailedStatus failed) {
            return Reply.fault(failed.status(), null, null, failed.platformFault());
        }
        if (platformFault || http != null && http >= FAILED) {
            return Reply.fault(http, null, null, platformFault);
        }
        throw failure;
    }

    static JsonNode tree(Object body) {
        return body instanceof JsonNode tree ? tree : Trees.read((byte[]) body);
    }

    /** Also after a stop: a context that has been stopped is not fit to be started again, one that was suspended is. */
    @Override
    public void start() {
        if (context.isSuspended()) {
            context.resume();
        } else {
            context.start();
            load();
        }
    }

    private void load() {
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(FILES)).sorted().toList()) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the routes cannot start", e);
        }
    }

    @Override
    public void stop() {
        context.suspend();
    }

    @Override
    public void destroy() {
        context.stop();
    }

    @Override
    public boolean isRunning() {
        return context.isStarted() && !context.isSuspended();
    }

    /** Before everything that calls, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
