package vn.lienthong.hub.pack;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.live.Live;

/** The routes, mappings and cards of some packs, run by the connector alone: no database, no facade. */
final class RunningPacks implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * @param home an empty folder
     * @param values what the environment of the hub says
     * @param beans further beans that routes call
     */
    RunningPacks(
            Path home,
            List<String> packs,
            Map<String, Object> values,
            Consumer<AnnotationConfigApplicationContext> beans)
            throws IOException {
        for (var file : files(Path.of("routes/platforms"))) {
            copy(home, file);
        }
        for (var pack : packs) {
            copy(home, Path.of("integration", pack, "system.yaml"));
            copy(home, Path.of("routes", pack + ".camel.yaml"));
            for (var file : files(Path.of("integration", pack, "contract"))) { // SOAP routes read their WSDL
                copy(home, file);
            }
        }
        copy(home, Path.of("mappings/catalogue/units.csv"));
        copy(home, Path.of("mappings/catalogue/procedures.yaml"));
        start(home, Path.of("mappings"), values, beans);
    }

    /** All that lies in a home of its own. */
    RunningPacks(Path home, Map<String, Object> values) {
        start(home, home.resolve("mappings"), values, nothing -> {});
    }

    private void start(
            Path home, Path mappings, Map<String, Object> values, Consumer<AnnotationConfigApplicationContext> beans) {
        var all = new HashMap<>(values);
        all.put("hub.home", home.toString());
        all.put("hub.integration", home.resolve("integration").toString());
        all.put("hub.routes", home.resolve("routes").toString());
        all.putIfAbsent("hub.mappings", mappings.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        beans.accept(context);
        context.scan(Connector.class.getPackageName(), Cards.class.getPackageName(), Live.class.getPackageName());
        context.refresh();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void copy(Path home, Path file) throws IOException {
        var to = home.resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    Connector connector() {
        return context.getBean(Connector.class);
    }

    SystemCard card(String id) {
        return context.getBean(Cards.class).all().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
