package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.ResolveEndpointFailedException;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.mapping.MappingBroken;

/** Why a file of routes does not start, and where in it: by what Camel stumbled over, else by the route it names. */
final class RouteFailure {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern MAPPING = Pattern.compile("there is no mapping (\\S+)\\.jslt");

    private final YamlFile yaml;

    RouteFailure(YamlFile yaml) {
        this.yaml = yaml;
    }

    void tell(Throwable failure, Mistakes mistakes) {
        var broken = Faults.find(failure, MappingBroken.class);
        var why = broken instanceof MappingBroken mapping ? mapping.getMessage() : why(failure);
        yaml.mistake(pointer(failure, String.valueOf(why)), firstLine(String.valueOf(why)), mistakes);
    }

    private static String why(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("does not start");
    }

    private String pointer(Throwable failure, String why) {
        var place = PLACE.matcher(why);
        if (place.find()) {
            return yaml.at(Integer.parseInt(place.group(1)));
        }
        var route = route(failure);
        return stumbledOver(failure, why)
                .flatMap(text -> find(route, text))
                .or(() -> Optional.of(route))
                .get();
    }

    /** The route that Camel names, or the whole file. */
    private String route(Throwable failure) {
        var id = Faults.find(failure, FailedToCreateRouteException.class)
                        instanceof FailedToCreateRouteException created
                ? created.getRouteId()
                : Faults.find(failure, FailedToStartRouteException.class) instanceof FailedToStartRouteException started
                        ? started.getRouteId()
                        : null;
        for (int i = 0; id != null && i < yaml.tree().size(); i++) {
            if (id.equals(yaml.tree().get(i).at("/route/id").asText())) {
                return "/" + i;
            }
        }
        return "";
    }

    private static Optional<String> stumbledOver(Throwable failure, String why) {
        var mapping = MAPPING.matcher(why);
        if (mapping.find()) {
            return Optional.of("map:" + mapping.group(1));
        }
        return Faults.find(failure, ResolveEndpointFailedException.class) instanceof ResolveEndpointFailedException at
                ? Optional.of(at.getUri().replaceFirst("^([a-z0-9-]+:).*", "$1"))
                : Optional.empty();
    }

    private Optional<String> find(String below, String text) {
        return texts(yaml.tree().at(below), below).stream()
                .filter(pointer -> yaml.tree().at(pointer).asText().startsWith(text))
                .findFirst();
    }

    private static List<String> texts(JsonNode node, String pointer) {
        if (node.isTextual()) {
            return List.of(pointer);
        }
        var all = new ArrayList<String>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.addAll(texts(node.get(i), pointer + "/" + i));
            }
        }
        node.properties().forEach(field -> all.addAll(texts(field.getValue(), pointer + "/" + field.getKey())));
        return all;
    }
}
