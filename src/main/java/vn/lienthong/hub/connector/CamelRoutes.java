package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.cxf.binding.soap.SoapFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.mapping.Trees;

/**
 * The routes of all systems as one edition has them, started; and the way into them. Those that take messages in by
 * themselves wait until they are told to receive.
 */
final class CamelRoutes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CamelRoutes.class);
    /** From here on the status alone says that the call failed, whatever the page under it looks like. */
    private static final int FAILED = 300;

    static final String PLATFORM_FAULT = "X-Road-Error";

    /** Exchange property by which routes of platforms find the HTTP client of the system. */
    private static final String SYSTEM = "system";

    private final CamelContext context;
    private final Cards cards;
    private final Runnable atEnd;
    private final ProducerTemplate template;
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /**
     * @param context started, with its routes
     * @param atEnd done when the context has been stopped
     */
    CamelRoutes(CamelContext context, Cards cards, Runnable atEnd) {
        this.context = context;
        this.cards = cards;
        this.atEnd = atEnd;
        this.template = context.createProducerTemplate();
    }

    /** The card as this edition has it; of one of many, with its own address. Nothing when it was taken away. */
    Optional<SystemCard> card(SystemCard asGiven) {
        return cards.find(asGiven.route())
                .map(card -> card.id().equals(asGiven.id()) ? card : card.subscriber(asGiven.id(), asGiven.url()));
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

    /** Of a system, in the order of the alphabet. */
    List<String> names(String system) {
        return context.getRoutes().stream()
                .map(route -> route.getId())
                .filter(id -> id.startsWith(system + "."))
                .sorted()
                .toList();
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

    /** Begins to take in what comes by itself; goes on where the one before it stopped. */
    void receive() {
        for (var route : receiving()) {
            try {
                context.getRouteController().startRoute(route);
            } catch (Exception e) {
                LOG.error("{} does not receive", route, e);
            }
        }
    }

    /** What is in hand is finished, or left to be read again; nothing more is taken in. */
    void rest() {
        for (var route : receiving()) {
            try {
                context.getRouteController().stopRoute(route);
            } catch (Exception e) {
                LOG.error("{} does not stop receiving", route, e);
            }
        }
    }

    private List<String> receiving() {
        return context.getRoutes().stream()
                .filter(route -> !RouteFiles.isCalled(route.getEndpoint().getEndpointUri()))
                .map(Route::getRouteId)
                .toList();
    }

    @Override
    public void close() {
        context.stop();
        atEnd.run();
    }
}
