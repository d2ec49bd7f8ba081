package vn.lienthong.hub.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.Supplier;
import vn.lienthong.hub.json.Json;

/** Switches faults and shows what is stored, from outside, below {@code /__admin}. */
final class Control implements AdminApiExtension {
    private final Faults faults;
    private final Memory memory;
    private final Calls calls;

    Control(Faults faults, Memory memory, Calls calls) {
        this.faults = faults;
        this.memory = memory;
        this.calls = calls;
    }

    @Override
    public String getName() {
        return "control";
    }

    /** WireMock tells tasks apart by their class, so each route needs a lambda expression of its own. */
    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, "/faults", (admin, event, path) -> answer(faults::described));
        router.add(
                DELETE,
                "/faults",
                (admin, event, path) -> answer(() -> {
                    faults.reset();
                    return faults.values();
                }));
        router.add(GET, "/faults/{name}", (admin, event, path) -> answer(() -> faults.value(name(path))));
        router.add(
                PUT,
                "/faults/{name}",
                (admin, event, path) -> answer(() -> {
                    faults.set(name(path), wanted(event));
                    return faults.value(name(path));
                }));
        router.add(
                DELETE,
                "/faults/{name}",
                (admin, event, path) -> answer(() -> {
                    faults.reset(name(path));
                    return faults.value(name(path));
                }));
        router.add(GET, "/calls", (admin, event, path) -> answer(calls::made));
        router.add(POST, "/calls", (admin, event, path) -> answer(calls::release));
        router.add(GET, "/state/{name}", (admin, event, path) -> answer(() -> memory.rows(name(path))));
        router.add(
                DELETE,
                "/state",
                (admin, event, path) -> answer(() -> {
                    memory.clear();
                    calls.forget();
                    return BooleanNode.TRUE;
                }));
    }

    private static String name(PathParams path) {
        return path.getOrDefault("name", "");
    }

    private static JsonNode wanted(ServeEvent event) {
        var body = event.getRequest().getBody();
        return body.length == 0 ? BooleanNode.TRUE : Json.parse(body);
    }

    private static ResponseDefinition answer(Supplier<JsonNode> task) {
        try {
            return json(200, task.get());
        } catch (IllegalArgumentException | Json.UnreadableJson e) {
            return json(400, Json.MAPPER.createObjectNode().put("error", e.getMessage()));
        }
    }

    private static ResponseDefinition json(int status, JsonNode body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(Json.bytes(body))
                .build();
    }
}
