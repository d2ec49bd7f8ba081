package vn.lienthong.hub.connector;

import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.mapping.Mappings;

/** Camel as a library: one context, our mapping component, and one way of calling out per system. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
    @Bean
    Mappings mappings(@Value("${hub.mappings}") String folder, InstantSource clock) {
        return new Mappings(Path.of(folder), clock);
    }

    @Bean
    CamelRoutes camelRoutes(
            @Value("${hub.routes}") String folder,
            Cards cards,
            Mappings mappings,
            InstantSource clock,
            Environment environment,
            ApplicationContext spring) {
        return new CamelRoutes(context(cards, mappings, clock, environment, spring), Path.of(folder));
    }

    private static CamelContext context(
            Cards cards, Mappings mappings, InstantSource clock, Environment environment, ApplicationContext spring) {
        var context = new DefaultCamelContext(false);
        context.getCamelContextExtension().setRegistry(new DefaultRegistry(beansOf(spring)));
        // what fails is an outcome, read and kept by the hub; Camel's own log would quote the message
        context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        context.setStreamCaching(false);
        context.setMessageHistory(false);
        context.setUseMDCLogging(false);
        context.setAllowUseOriginalMessage(false);
        context.getShutdownStrategy().setTimeout(10);
        context.getPropertiesComponent().addPropertiesSource(new CardPlaceholders(cards, environment));
        context.addComponent("map", new MapComponent(mappings, clock));
        context.addComponent("kafka", BrokerSignIn.component(environment));
        var registry = context.getRegistry();
        registry.bind("outgoingHeaders", new OutgoingHeaders());
        registry.bind("outgoingSoapHeaders", new OutgoingSoapHeaders());
        for (var card : cards.all()) {
            var http = HttpClients.of(card);
            registry.bind(card.id() + CardPlaceholders.HTTP_CLIENT, http);
            registry.bind(card.id() + CxfClient.SUFFIX, new CxfClient(card, http));
        }
        return context;
    }

    /** Routes may call a bean of the hub by its name, such as the one that takes reports in. */
    private static BeanRepository beansOf(ApplicationContext spring) {
        return new BeanRepository() {
            @Override
            public @org.jspecify.annotations.Nullable Object lookupByName(String name) {
                return spring.containsBean(name) ? spring.getBean(name) : null;
            }

            @Override
            public <T> @org.jspecify.annotations.Nullable T lookupByNameAndType(String name, Class<T> type) {
                return spring.containsBean(name) && spring.isTypeMatch(name, type) ? spring.getBean(name, type) : null;
            }

            @Override
            public <T> java.util.Map<String, T> findByTypeWithName(Class<T> type) {
                return java.util.Map.of();
            }

            @Override
            public <T> java.util.Set<T> findByType(Class<T> type) {
                return java.util.Set.of();
            }
        };
    }
}
