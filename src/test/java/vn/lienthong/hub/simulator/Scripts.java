package vn.lienthong.hub.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.mapping.Dialect;
import vn.lienthong.hub.mapping.Mapping;
import vn.lienthong.hub.mapping.MappingCompiler;

/**
 * The one WireMock extension: a stub names its script, the script decides. Stub parameters: {@code script} (file beside
 * {@code stubs/}), {@code schema} (optional, file below {@code contract/}); the script sees all of them as
 * {@code .parameters}.
 */
final class Scripts implements ResponseDefinitionTransformerV2 {
    private static final Logger LOG = LoggerFactory.getLogger(Scripts.class);

    private final Path system;
    private final Memory memory;
    private final Faults faults;
    private final Calls calls;
    private final InstantSource clock;
    private final MappingCompiler compiler;
    private final Map<String, Mapping> scripts = new ConcurrentHashMap<>();
    private final Map<String, Contract> contracts = new ConcurrentHashMap<>();

    Scripts(Path system, Memory memory, Faults faults, Calls calls, InstantSource clock) {
        this.system = system;
        this.memory = memory;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
        // an empty list in an answer of a real system is there, so scripts keep it
        var folder = system.resolve("simulator");
        var functions = Stream.concat(memory.functions().stream(), Stream.of(new Records(folder).function()));
        var catalogue =
                CodeLists.read(system.resolveSibling("../mappings/catalogue").normalize());
        this.compiler =
                new MappingCompiler(folder, catalogue, new Dialect(Set.of(), functions.toList(), true, true), clock);
    }

    @Override
    public String getName() {
        return "script";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    /** Finds the files of a stub now, so that what is broken is known before the first request. */
    void prepare(JsonNode parameters) {
        script(parameters);
        contract(parameters);
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        try {
            var parameters = parameters(event);
            var input = input(event, parameters);
            var script = script(parameters);
            var answer = memory.exchange(() -> script.apply(input, Map.of()));
            calls.order(answer);
            return Answers.of(answer);
        } catch (RuntimeException e) {
            LOG.warn("The simulator {} failed: {}", system.getFileName(), e.getMessage());
            return aResponse()
                    .withStatus(500)
                    .withHeader("Content-Type", "text/plain;charset=UTF-8")
                    .withBody("simulator failed: " + e.getMessage())
                    .build();
        }
    }

    private static JsonNode parameters(ServeEvent event) {
        // WireMock's own copy of Jackson does not know ours
        return Json.MAPPER.valueToTree(event.getTransformerParameters());
    }

    private JsonNode input(ServeEvent event, JsonNode parameters) {
        var request = Requests.tree(event.getRequest());
        var contract = contract(parameters);
        if (contract != null) {
            contract.violation(event.getRequest().getBody()).ifPresent(violation -> request.put("invalid", violation));
        }
        var input = Json.MAPPER.createObjectNode();
        input.set("request", request);
        input.set("faults", faults.values());
        input.set("parameters", parameters);
        input.put("hub", calls.hub());
        return input.put(
                "now",
                ISO_OFFSET_DATE_TIME.format(Times.inOffice(clock.instant().truncatedTo(SECONDS))));
    }

    private Mapping script(JsonNode parameters) {
        return scripts.computeIfAbsent(
                parameters.path("script").asText(),
                name -> compiler.compile(system.resolve("simulator").resolve(name)));
    }

    private @Nullable Contract contract(JsonNode parameters) {
        return parameters.hasNonNull("schema")
                ? contracts.computeIfAbsent(
                        parameters.get("schema").asText(), name -> Contract.of(system.resolve("contract"), name))
                : null;
    }
}
