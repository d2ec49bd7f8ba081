package vn.lienthong.hub.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import vn.lienthong.hub.catalog.Mistake;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.connector.RouteLanguage;

/** One route file: its language, its names, what it calls. */
final class RouteInspection {
    /** What would send again, or keep a failure from the hub. */
    private static final Set<String> RETRIES =
            Set.of("onException", "doTry", "circuitBreaker", "redeliveryPolicy", "saga", "routeConfiguration");

    private static final Set<String> ENDPOINTS = Set.of("to", "toD", "wireTap");

    private final House house;
    private final RouteLanguage language;
    private final EndpointInspection endpoints;

    private RouteInspection(House house) {
        this.house = house;
        this.language = new RouteLanguage(house.cards(), house.tree(), Installation.assumed());
        this.endpoints = new EndpointInspection(house, language);
    }

    /** All of them: what they are held to is large, and is read while others look at other things. */
    static void inspectAll(House house, Findings findings) {
        var routes = new RouteInspection(house);
        house.routes().parallelStream().forEach(file -> routes.inspect(file, findings));
    }

    private void inspect(RouteFile file, Findings findings) {
        inspectLanguage(file, findings);
        if (!file.platform() && !house.systems().contains(file.system())) {
            findings.addMisnamed(
                    file.yaml().place(""), file.system(), house.systems(), Rule.CARD_MISSING, file.system());
        }
        var seen = new HashSet<String>();
        file.routes((pointer, route) -> inspectName(file, pointer, route, seen, findings));
        RouteFile.walk(file.yaml().tree(), "", (pointer, node) -> inspectNode(file, pointer, node, findings));
    }

    /** One finding for one place: what fits none of several forms would else be told once for each. */
    private void inspectLanguage(RouteFile file, Findings findings) {
        var mistakes = new Mistakes();
        language.holds(file.yaml(), mistakes);
        var places = new HashSet<String>();
        for (var mistake : mistakes.all()) {
            if (places.add(mistake.line() + ":" + mistake.column())) {
                if (mistake.kind() == Mistake.Kind.UNKNOWN_KEY) {
                    var place = new vn.lienthong.hub.catalog.Place(mistake.file(), mistake.line(), mistake.column());
                    findings.addMisnamed(place, mistake.subject(), mistake.known(), Rule.ROUTE_STEP, mistake.subject());
                } else {
                    findings.add(mistake);
                }
            }
        }
    }

    private void inspectName(RouteFile file, String pointer, JsonNode route, Set<String> seen, Findings findings) {
        var id = route.path("id").asText();
        var place = file.yaml().place(pointer + "/id");
        var first = house.routeIds().get(id);
        if (first != null && (!seen.add(id) || first != file)) {
            findings.add(
                    place,
                    Rule.ROUTE_TWICE,
                    id,
                    first == file ? "the same file" : first.yaml().file());
        }
        if (!id.startsWith(file.prefix())) {
            findings.addMisnamed(
                    place,
                    id,
                    Set.of(file.prefix() + id.replaceFirst(".*\\.", "")),
                    Rule.ROUTE_NAME,
                    id,
                    file.prefix());
        }
        var from = route.path("from").path("uri").asText();
        if (from.startsWith("direct:") && !from.equals("direct:" + id)) {
            findings.addMisnamed(
                    file.yaml().place(pointer + "/from/uri"), from, Set.of("direct:" + id), Rule.ROUTE_FROM, id, from);
        }
        if (!route.path("description").isTextual()) {
            findings.add(place, Rule.KEY_MISSING, "description");
        }
    }

    private void inspectNode(RouteFile file, String pointer, JsonNode node, Findings findings) {
        var key = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (RETRIES.contains(key) || key.equals("errorHandler") && !node.has("noErrorHandler")) {
            findings.add(file.yaml().keyPlace(pointer), Rule.ROUTE_RETRIES, key);
        }
        if (node.isTextual()) {
            for (var name : language.undefined(node.asText())) {
                endpoints.undefined(file.yaml().place(pointer), name, findings);
            }
        }
        if (node.isTextual() && ENDPOINTS.contains(key)) {
            endpoints.inspect(file, pointer, node.asText(), findings);
        } else if (node.path("uri").isTextual()) {
            endpoints.inspect(file, pointer + "/uri", node.get("uri").asText(), findings);
            endpoints.inspectParameters(file, pointer, node, findings);
        }
    }
}
