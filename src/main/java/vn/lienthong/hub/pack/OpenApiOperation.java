package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
     * The one that is asked for; else the first at a path without parameters, else the first.
     *
     * @param wanted its operationId, or its method and path; nothing for any
     * @throws Unfit with what is in the way
     */
    static OpenApiOperation in(Path file, @Nullable String wanted) {
        var fit = all(file).stream().filter(OpenApiOperation::isFit).toList();
        if (fit.isEmpty()) {
            throw new Unfit("%s has no operation (post or put) that takes and answers JSON".formatted(file));
        }
        return fit.stream()
                .filter(operation -> wanted == null || operation.isCalled(wanted))
                .min(Comparator.comparing(OpenApiOperation::hasParameters))
                .orElseThrow(() -> new Unfit("%s has no operation '%s' that takes and answers JSON; it has: %s"
                        .formatted(
                                file,
                                wanted,
                                fit.stream().map(OpenApiOperation::name).collect(Collectors.joining(", ")))));
    }

    private static List<OpenApiOperation> all(Path file) {
        var mistakes = new Mistakes();
        var contract = YamlFile.read(file, mistakes)
                .map(yaml -> References.inPlace(yaml.tree()))
                .orElseThrow(() -> new Unfit(mistakes.all().toString()));
        return contract.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new OpenApiOperation(
                                file, contract, path.getKey(), operation.getKey(), operation.getValue())))
                .toList();
    }

    private boolean isFit() {
        return TELLING.contains(method) && request().isObject() && success().isPresent();
    }

    private boolean isCalled(String wanted) {
        return wanted.equals(operation.path("operationId").asText()) || wanted.equalsIgnoreCase(method + " " + path);
    }

    private String name() {
        return operation.path("operationId").asText(method + " " + path);
    }

    boolean hasParameters() {
        return path.contains("{");
    }

    /** The path with something else in place of each parameter, and of what stands between them. */
    String path(UnaryOperator<String> text, String parameter) {
        return Stream.of(path.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? parameter : text.apply(part))
                .collect(Collectors.joining());
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
