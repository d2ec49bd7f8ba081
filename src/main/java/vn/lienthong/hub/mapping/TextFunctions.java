package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.hub.json.Json;

/** Texts, XML inside texts, and lists. Null in, null out. */
final class TextFunctions {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private TextFunctions() {}

    static List<MappingFunction> all() {
        return List.of(
                new MappingFunction("string", 1, 1, TextFunctions::string),
                text("fold", TextFunctions::fold),
                text("squeeze", text -> BLANKS.matcher(text).replaceAll("")),
                text("sha256", text -> HexFormat.of().formatHex(Json.sha256(utf8(text)))),
                text("url-encode", text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
                text("base64", text -> Base64.getEncoder().encodeToString(utf8(text))),
                new MappingFunction(
                        "unique-id",
                        0,
                        0,
                        none -> TextNode.valueOf(IDS.generate().toString())),
                new MappingFunction("to-xml", 1, 1, TextFunctions::toXml),
                new MappingFunction("from-xml", 1, 1, TextFunctions::fromXml),
                new MappingFunction("as-list", 1, 1, TextFunctions::asList),
                new MappingFunction("sort", 1, 1, TextFunctions::sort),
                new MappingFunction("hmac", 3, 3, TextFunctions::hmac),
                new MappingFunction("same-secret", 2, 2, TextFunctions::sameSecret));
    }

    private static MappingFunction text(String name, UnaryOperator<String> body) {
        return new MappingFunction(name, 1, 1, arguments -> {
            var value = arguments[0];
            return value.isNull() ? value : TextNode.valueOf(body.apply(plain(name, value)));
        });
    }

    /** JSLT's own, which makes a JSON writer with two buffers of 8 KB for every number that becomes a text. */
    private static JsonNode string(JsonNode... arguments) {
        var value = arguments[0];
        if (value.isTextual()) {
            return value;
        }
        return TextNode.valueOf(value.isContainerNode() ? Json.text(value) : value.asText());
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

    /** By code point, as systems that sign sorted fields have it. */
    private static JsonNode sort(JsonNode... arguments) {
        var sorted = JsonNodeFactory.instance.arrayNode();
        arguments[0].valueStream().map(value -> plain("sort", value)).sorted().forEach(sorted::add);
        return arguments[0].isNull() ? NullNode.instance : sorted;
    }

    /** Algorithm (SHA1, SHA256, SHA512), secret and text, in hexadecimal. An empty secret signs nothing. */
    private static JsonNode hmac(JsonNode... arguments) {
        if (arguments[1].isNull() || arguments[2].isNull()) {
            return NullNode.instance;
        }
        try {
            var name = "Hmac" + plain("hmac", arguments[0]);
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(utf8(plain("hmac", arguments[1])), name));
            return TextNode.valueOf(HexFormat.of().formatHex(mac.doFinal(utf8(plain("hmac", arguments[2])))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new FunctionFailed("hmac: no such algorithm, or an empty secret");
        }
    }

    /** Takes the same time wherever they differ, so that a signature cannot be guessed piece by piece; null is no secret. */
    private static JsonNode sameSecret(JsonNode... arguments) {
        var same = arguments[0].isTextual()
                && arguments[1].isTextual()
                && MessageDigest.isEqual(utf8(arguments[0].textValue()), utf8(arguments[1].textValue()));
        return BooleanNode.valueOf(same);
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
