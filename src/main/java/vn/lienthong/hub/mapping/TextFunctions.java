package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.lienthong.hub.json.Json;

/** Texts, XML inside texts, and lists. Null in, null out. */
final class TextFunctions {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private TextFunctions() {}

    static List<MappingFunction> all() {
        return List.of(
                text("fold", TextFunctions::fold),
                text("squeeze", text -> BLANKS.matcher(text).replaceAll("")),
                text("sha256", text -> HexFormat.of().formatHex(Json.sha256(utf8(text)))),
                text("base64", text -> Base64.getEncoder().encodeToString(utf8(text))),
                new MappingFunction(
                        "unique-id",
                        0,
                        0,
                        none -> TextNode.valueOf(IDS.generate().toString())),
                new MappingFunction("to-xml", 1, 1, TextFunctions::toXml),
                new MappingFunction("from-xml", 1, 1, TextFunctions::fromXml),
                new MappingFunction("as-list", 1, 1, TextFunctions::asList));
    }

    private static MappingFunction text(String name, UnaryOperator<String> body) {
        return new MappingFunction(name, 1, 1, arguments -> {
            var value = arguments[0];
            return value.isNull() ? value : TextNode.valueOf(body.apply(plain(name, value)));
        });
    }

    private static String plain(String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw new FunctionFailed(name + ": not a text");
        }
        return value.asText();
    }

    /** Names are compared without accents and case; đ has no decomposition of its own. */
    private static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toUpperCase(Locale.ROOT).replace('Đ', 'D');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode toXml(JsonNode... arguments) {
        try {
            return arguments[0].isNull() ? NullNode.instance : TextNode.valueOf(Xml.text(arguments[0]));
        } catch (UnwritableXml e) {
            throw new FunctionFailed("to-xml: " + e.getMessage());
        }
    }

    private static JsonNode fromXml(JsonNode... arguments) {
        try {
            return arguments[0].isNull() ? NullNode.instance : Xml.read(plain("from-xml", arguments[0]));
        } catch (UnreadableXml e) {
            throw new FunctionFailed("from-xml: " + e.getMessage());
        }
    }

    /** A system that writes one element where it could write many means a list of one. */
    private static JsonNode asList(JsonNode... arguments) {
        var value = arguments[0];
        if (value.isArray()) {
            return value;
        }
        var list = JsonNodeFactory.instance.arrayNode();
        return value.isNull() ? list : list.add(value);
    }
}
