package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A JSON Schema that YAML files are held to. */
public final class YamlSchema {
    private final JsonSchema schema;

    private YamlSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** @param resource on the class path, draft 2020-12 */
    public static YamlSchema of(String resource) {
        return of(resource, SpecVersion.VersionFlag.V202012);
    }

    public static YamlSchema of(String resource, SpecVersion.VersionFlag version) {
        try (var in = YamlSchema.class.getResourceAsStream(resource)) {
            return new YamlSchema(factory(version)
                    .getSchema(
                            Objects.requireNonNull(in),
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .preloadJsonSchema(false) // Camel's language is large, and a tree uses little of it
                                    .build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Schemas say of some keys that they are deprecated, which forbids nothing. */
    private static JsonSchemaFactory factory(SpecVersion.VersionFlag version) {
        var standard = JsonSchemaFactory.getInstance(version);
        var language = JsonMetaSchema.builder(standard.getMetaSchema(
                        version.getId(), SchemaValidatorsConfig.builder().build()))
                .keyword(new NonValidationKeyword("deprecated"))
                .build();
        return JsonSchemaFactory.builder(standard).metaSchema(language).build();
    }

    /** Notes every way in which the file is otherwise; whether it is as it must be. */
    public boolean holds(YamlFile yaml, Mistakes mistakes) {
        return holds(yaml, yaml.tree(), "", pointer -> true, mistakes);
    }

    /**
     * The same for what became of the file.
     *
     * @param where before each text
     * @param checked the pointers that count
     */
    boolean holds(YamlFile yaml, JsonNode tree, String where, Predicate<String> checked, Mistakes mistakes) {
        var broken = schema.validate(tree).stream()
                .filter(message -> checked.test(message.getInstanceLocation().toString()))
                .toList();
        broken.forEach(message -> note(yaml, tree, where, message, mistakes));
        return broken.isEmpty();
    }

    private void note(YamlFile yaml, JsonNode tree, String where, ValidationMessage message, Mistakes mistakes) {
        var pointer = message.getInstanceLocation().toString();
        var what = where + bare(pointer, message.getMessage());
        var rule = String.valueOf(message.getSchemaLocation().getFragment());
        switch (message.getType()) {
            case "additionalProperties" -> yaml.unknownKey(pointer, message.getProperty(), what, names(rule), mistakes);
            case "required" -> yaml.mistake(Mistake.Kind.MISSING_KEY, pointer, message.getProperty(), what, mistakes);
            default ->
                yaml.mistake(Mistake.Kind.VALUE, pointer, tree.at(pointer).asText(), what, values(rule), mistakes);
        }
    }

    /** The validator begins each text with the pointer, as {@link YamlFile} does. */
    private static String bare(String pointer, String text) {
        return text.startsWith(pointer + ": ") ? text.substring(pointer.length() + 2) : text;
    }

    /** The keys that the object may have whose {@code additionalProperties} was broken. */
    private List<String> names(String rule) {
        var names = new ArrayList<String>();
        schema.getSchemaNode()
                .at(rule.substring(0, rule.lastIndexOf('/')))
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private List<String> values(String rule) {
        return rule.endsWith("/enum")
                ? StreamSupport.stream(schema.getSchemaNode().at(rule).spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of();
    }
}
