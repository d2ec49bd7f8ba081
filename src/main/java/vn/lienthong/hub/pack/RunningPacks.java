package vn.lienthong.hub.pack;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import vn.lienthong.hub.catalog.CardConfiguration;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Part;
import vn.lienthong.hub.live.Tree;

/** The routes, mappings and cards of some packs, run by the connector alone: no database, no facade. */
final class RunningPacks implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Excerpt excerpt;

    /**
     * @param values what the environment of the hub says
     * @param beans further beans that routes call
     * @throws vn.lienthong.hub.live.Unsound with every mistake of the files
     */
    RunningPacks(
            Tree tree,
            Collection<String> packs,
            Map<String, ?> values,
            Consumer<AnnotationConfigApplicationContext> beans)
            throws IOException {
        excerpt = Excerpt.of(tree, packs);
        var all = new HashMap<String, Object>();
        all.put("hub.integration", excerpt.tree().integration().toString());
        all.put("hub.routes", excerpt.tree().routes().toString());
        all.put("hub.mappings", excerpt.tree().mappings().toString());
        all.putAll(values);
        var sources = context.getEnvironment().getPropertySources();
        // an address that stands in the environment of whoever tests would be that of the system itself
        sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
        sources.addFirst(new MapPropertySource("given", all));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        beans.accept(context);
        context.register(CardConfiguration.class);
        // of the catalogue mappings know the code lists, and nothing else
        context.registerBean(
                "codeLists",
                Part.class,
                () -> new Part<>(CodeLists.class, reading -> CodeLists.read(tree.catalogue())));
        context.scan(Connector.class.getPackageName(), Live.class.getPackageName());
        start();
    }

    private void start() {
        try {
            context.refresh();
        } catch (RuntimeException e) {
            close();
            throw excerpt.unsound(e);
        }
    }

    Connector connector() {
        return context.getBean(Connector.class);
    }

    SystemCard card(String id) {
        return context.getBean(Cards.class).get(id);
    }

    @Override
    public void close() {
        context.close();
        excerpt.close();
    }
}
