package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.Mappings;

/**
 * Runs the routes of a set of files up to the place where they would call out, and calls nobody: what would be sent is what
 * is asked. It has no way out: every component that leads out of the hub ends the route instead. Credentials are made up.
 */
public final class Rehearsal implements AutoCloseable {
    private static final String WALL = "wall";
    private static final Set<String> WAYS_OUT = Set.of("http", "https", "cxf", "kafka", WALL);
    /** Beans of the hub can call, too. */
    private static final String BEAN = "bean:";

    private static final String SEND = "send";
    private static final int NO_BODY = 0;

    private final Cards cards;
    private final CamelRoutes routes;
    private final String secret;

    private Rehearsal(Cards cards, CamelRoutes routes, String secret) {
        this.cards = cards;
        this.routes = routes;
        this.secret = secret;
    }

    /**
     * @param clock of the mappings
     * @param secret stands for every credential, session and token
     * @throws vn.lienthong.hub.catalog.MistakesFound with everything that is wrong with cards and routes
     */
    public static Rehearsal of(Tree tree, InstantSource clock, String secret) {
        var environment = environment(secret);
        var cards = Cards.load(tree.integration(), environment);
        var context = context(
                tree,
                cards,
                environment,
                new Mappings(tree.mappings(), CodeLists.read(tree.catalogue()), clock),
                clock);
        var routes = new CamelRoutes(context, cards, () -> {});
        context.start();
        var mistakes = new Mistakes();
        new RouteFiles(context, mistakes).load(tree.routes());
        mistakes.throwIfAny();
        return new Rehearsal(cards, routes, secret);
    }

    /** Has a word for every credential that a card asks for. */
    private static ConfigurableEnvironment environment(String secret) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new PropertySource<>("credentials", secret) {
            @Override
            public @Nullable Object getProperty(String name) {
                return name.matches("[A-Z][A-Z0-9_]*") ? getSource() : null;
            }
        });
        environment.getPropertySources().addLast(new PropertySource<>("installation", "none") {
            @Override
            public @Nullable Object getProperty(String name) {
                return name.startsWith("hub.systems") ? null : name.startsWith("spring.") ? getSource() : null;
            }
        });
        return environment;
    }

    private static CamelContext context(
            Tree tree, Cards cards, ConfigurableEnvironment environment, Mappings mappings, InstantSource clock) {
        var context = new DefaultCamelContext(false);
        BeanNames.in(tree.routes()).forEach(name -> context.getRegistry().bind(name, new Object()));
        context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        context.setStreamCaching(false);
        context.setAutowiredEnabled(false);
        context.getShutdownStrategy().setTimeout(1);
        context.getPropertiesComponent().addPropertiesSource(new CardPlaceholders(cards, tree, environment));
        context.addComponent("map", new MapComponent(mappings, Papers.NONE, clock));
        WAYS_OUT.forEach(scheme -> context.addComponent(scheme, new NoWayOut()));
        context.addModelLifecycleStrategy(new ModelLifecycleStrategySupport() {
            @Override
            public void onAddRouteDefinition(RouteDefinition route) {
                if (!RouteFiles.isCalled(route.getInput().getEndpointUri())) {
                    route.autoStartup(false);
                }
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
                        .filter(to -> to.getUri() != null && to.getUri().startsWith(BEAN))
                        .forEach(to -> to.setUri(WALL + ":" + to.getUri().substring(BEAN.length())));
            }
        });
        return context;
    }

    /**
     * What a delivery comes to.
     *
     * @param mapped what the mappings made, in their order
     * @param failure why nothing would be sent; quotes no content
     */
    public record Rehearsed(
            List<Tape.Mapped> mapped, @Nullable String failure) {}

    public Set<String> systems() {
        return Set.copyOf(cards.all().stream().map(card -> card.id()).toList());
    }

    /** What the first request of a delivery would be; nothing where these files do not know the system. */
    public Optional<Rehearsed> send(String system, JsonNode message, Map<String, Object> headers) {
        return call(system, SEND, message, headers);
    }

    /** What the first request of any call of a system would be; nothing where these files do not know it. */
    public Optional<Rehearsed> call(String system, String verb, JsonNode message, Map<String, Object> headers) {
        return cards.find(system)
                .filter(card -> routes.has(card.route() + "." + verb))
                .map(card -> {
                    var tape = new Tape(NO_BODY);
                    var call = new Call(card, message, secret, secret);
                    try {
                        var exchange = tape.run(() -> routes.run(call, card.route() + "." + verb, headers, message));
                        return new Rehearsed(tape.mapped(), failure(exchange));
                    } catch (Exception e) {
                        return new Rehearsed(tape.mapped(), e.getClass().getSimpleName());
                    }
                });
    }

    private static @Nullable String failure(Exchange exchange) {
        var failure = exchange.getException();
        return failure == null ? null : Faults.of(failure).text();
    }

    @Override
    public void close() {
        routes.close();
    }

    private static final class NoWayOut extends DefaultComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            parameters.clear();
            return new Wall(uri, this);
        }
    }

    private static final class Wall extends DefaultEndpoint {
        Wall(String uri, NoWayOut component) {
            super(uri, component);
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    exchange.setRouteStop(true);
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new DefaultConsumer(this, processor);
        }

        @Override
        public boolean isLenientProperties() {
            return true;
        }
    }
}
