package vn.lienthong.hub.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.EndpointUriFactory;

/** The components of Camel that are on board, and the options that their endpoints take. */
public final class Components {
    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final String OWN = "map";

    private final ClassLoader loader = Components.class.getClassLoader();
    private final Set<String> names = names();
    private final Map<String, Optional<Options>> options = new ConcurrentHashMap<>();

    /**
     * Options of one component.
     *
     * @param prefixes of options with free names
     * @param lenient what is no option is passed on, as by HTTP, where it is a part of the query
     */
    public record Options(Set<String> names, Set<String> prefixes, boolean lenient) {
        public boolean take(String option) {
            return names.contains(option) || prefixes.stream().anyMatch(option::startsWith);
        }
    }

    private Set<String> names() {
        var found = new TreeSet<String>(Set.of(OWN));
        try {
            for (var file : Collections.list(loader.getResources(SERVICES + "component.properties"))) {
                found.addAll(List.of(read(file).getProperty("components", "").split(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    public Set<String> all() {
        return names;
    }

    /** Nothing for a component that does not say which it takes. */
    public Optional<Options> options(String component) {
        return options.computeIfAbsent(component, this::load);
    }

    private Optional<Options> load(String component) {
        if (component.equals(OWN)) {
            return Optional.of(new Options(Set.of("as", "of"), Set.of(), false));
        }
        var file = loader.getResource(SERVICES + "urifactory/" + component + "-endpoint");
        return file == null
                ? Optional.empty()
                : Optional.of(options(factory(read(file).getProperty("class"))));
    }

    private static Options options(EndpointUriFactory factory) {
        return new Options(
                factory.propertyNames(),
                Set.copyOf(factory.multiValuePrefixes().values()),
                factory.isLenientProperties());
    }

    private static EndpointUriFactory factory(String type) {
        try {
            return (EndpointUriFactory)
                    Class.forName(type).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type, e);
        }
    }

    private static Properties read(URL file) {
        var properties = new Properties();
        try (var in = file.openStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
