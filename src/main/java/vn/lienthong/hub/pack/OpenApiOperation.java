package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;

/**
 * The operation of an OpenAPI contract that a system is told by.
 *
 * @param contract with every reference in its place
 */
record OpenApiOperation(Path file, JsonNode contract, String path, String method, JsonNode operation) {
    private static final Set<String> TELLING = Set.of("post", "put");
    private static final String JSON_BODY = "/content/application~1json/schema";

    /** The contract cannot be read, or has no operation that a pack can be made of. */
    static final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message);
        }
    }

    /**
     * The first that takes JSON at a path without parameters, and answers JSON.
     *
     * @throws Unfit with what is in the way
     */
    static OpenApiOperation in(Path file) {
        var mistakes = new Mistakes();
        var contract = YamlFile.read(file, mistakes)
                .map(yaml -> References.inPlace(yaml.tree()))
                .orElseThrow(() -> new Unfit(mistakes.all().toString()));
        for (var path : contract.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var found =
                        new OpenApiOperation(file, contract, path.getKey(), operation.getKey(), operation.getValue());
                if (found.isFit()) {
                    return found;
                }
            }
        }
        throw new Unfit("%s has no operation (post or put, at a path without parameters) that takes and answers JSON"
                .formatted(file));
    }

    private boolean isFit() {
        return TELLING.contains(method)
                && !path.contains("{")
                && request().isObject()
                && success().isPresent();
    }

    /** The schema of its body. */
    JsonNode request() {
        return operation.at("/requestBody" + JSON_BODY);
    }

    private Optional<Map.Entry<String, JsonNode>> success() {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .filter(response -> response.getValue().at(JSON_BODY).isObject())
                .findFirst();
    }

    /** Of its success. */
    String status() {
        return success().orElseThrow().getKey();
    }

    JsonNode sampleOfAnswer() {
        return SchemaSample.of(success().orElseThrow().getValue().at(JSON_BODY));
    }

    /** @throws Unfit when the contract does not say enough to make one */
    JsonNode sampleOfRequest() {
        var sample = SchemaSample.of(request());
        var wrong = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(request())
                .validate(sample);
        if (!wrong.isEmpty()) {
            throw new Unfit("no sample of %s %s can be made, give examples in the contract: %s"
                    .formatted(
                            method,
                            path,
                            wrong.stream().map(ValidationMessage::getMessage).collect(Collectors.joining("; "))));
        }
        return sample;
    }

    String title() {
        return contract.at("/info/title").asText("Hệ thống");
    }

    /** The path of its first server. */
    String base() {
        var path = URI.create(contract.at("/servers/0/url").asText("/")).getPath();
        return path == null ? "" : path.replaceFirst("/+$", "");
    }

    /** The header that the caller shows a key in; its sign-in, unless the contract names another one. */
    String keyHeader() {
        return contract.at("/components/securitySchemes")
                .valueStream()
                .filter(scheme -> scheme.path("in").asText().equals("header"))
                .map(scheme -> scheme.path("name").asText())
                .findFirst()
                .orElse("Authorization");
    }
}
