package vn.lienthong.hub.connector;

import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.DefaultRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.live.Reading;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.Mappings;

/**
 * Camel as a library: one context per edition, started beside the one that runs, with our mapping component and one way
 * of calling out per system.
 */
@Component
final class RouteContexts {
    private final HttpClients clients = new HttpClients();
    private final InstantSource clock;
    private final Environment environment;
    private final ApplicationContext spring;
    private final Papers papers;
    private final ObjectProvider<WalkedSteps> walked;

    /**
     * @param papers looked for late: who keeps them lies above
     * @param walked of tests, which want to know what they touch
     */
    RouteContexts(
            InstantSource clock,
            Environment environment,
            ApplicationContext spring,
            ObjectProvider<Papers> papers,
            ObjectProvider<WalkedSteps> walked) {
        this.clock = clock;
        this.papers =
                (message, system) -> papers.getIfAvailable(() -> Papers.NONE).of(message, system);
        this.environment = environment;
        this.spring = spring;
        this.walked = walked;
    }

    /** @throws vn.lienthong.hub.catalog.MistakesFound with every route that does not start */
    CamelRoutes read(Reading reading) {
        var cards = reading.part(Cards.class);
        var mappings = reading.part(Mappings.class);
        var context = context(cards, mappings, reading.tree());
        var taken = clients.take(cards.all());
        taken.forEach((card, client) -> {
            context.getRegistry().bind(card.id() + CardPlaceholders.HTTP_CLIENT, client);
            context.getRegistry().bind(card.id() + CxfClient.SUFFIX, new CxfClient(card, client));
        });
        var routes = new CamelRoutes(context, cards, () -> clients.giveBack(taken.keySet()));
        try {
            context.start();
            var mistakes = new Mistakes();
            new RouteFiles(context, mistakes).load(reading.tree().routes());
            mistakes.throwIfAny();
            return routes;
        } catch (RuntimeException | Error e) {
            routes.close();
            throw e;
        }
    }

    private CamelContext context(Cards cards, Mappings mappings, Tree tree) {
        var context = new DefaultCamelContext(false);
        context.getCamelContextExtension().setRegistry(new DefaultRegistry(new HubBeans(spring)));
        // what fails is an outcome, read and kept by the hub; Camel's own log would quote the message
        context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        context.setStreamCaching(false);
        context.setMessageHistory(false);
        context.setUseMDCLogging(false);
        context.setAllowUseOriginalMessage(false);
        context.getShutdownStrategy().setTimeout(10);
        context.getPropertiesComponent().addPropertiesSource(new CardPlaceholders(cards, tree, environment));
        context.addComponent("map", new MapComponent(mappings, papers, clock));
        context.addComponent("kafka", BrokerSignIn.component(environment));
        context.getRegistry().bind("outgoingHeaders", new OutgoingHeaders());
        context.getRegistry().bind("outgoingSoapHeaders", new OutgoingSoapHeaders());
        context.addModelLifecycleStrategy(new Waiting());
        walked.ifAvailable(steps -> steps.watch(context));
        return context;
    }

    /** What takes messages in by itself must not begin while another edition does. */
    private static final class Waiting extends ModelLifecycleStrategySupport {
        @Override
        public void onAddRouteDefinition(RouteDefinition route) {
            if (!RouteFiles.isCalled(route.getInput().getEndpointUri())) {
                route.autoStartup(false);
            }
        }
    }
}
