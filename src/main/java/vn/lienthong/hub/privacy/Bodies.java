package vn.lienthong.hub.privacy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import vn.lienthong.hub.json.Json;

/** Bodies that were written by others: JSON, XML or a form, one inside the other, whole or cut. */
final class Bodies {
    /** A tag with the text behind it; where the text is CDATA it stands in the fourth group. */
    private static final Pattern TAG = Pattern.compile(
            "<(/?[\\w:.-]+)([^<>]*)>(?:([^<]*)|)(?:<!\\[CDATA\\[(.*?)(?:\\]\\]>|\\z))?", Pattern.DOTALL);

    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)=(\"[^\"]*\"|'[^']*')");
    private static final Pattern FIELD = Pattern.compile("\"([^\"\\\\]{1,64})\"(\\s*:\\s*)\"((?:\\\\.|[^\"\\\\])*)");
    private static final Pattern FORM = Pattern.compile("[\\w.%-]+=[^&\\s<>{}]*(&[\\w.%-]+=[^&\\s<>{}]*)*");

    private final Rewriting rewriting;

    Bodies(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    static boolean isNested(String text) {
        var start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") || start.startsWith("<");
    }

    String nested(String text) {
        return text.stripLeading().startsWith("<") ? xml(text) : json(text);
    }

    String flat(String text) {
        return FORM.matcher(text).matches() ? form(text) : rewriting.text(text);
    }

    private String json(String text) {
        try {
            return Json.text(rewriting.tree(Json.parse(text.getBytes(StandardCharsets.UTF_8))));
        } catch (Json.UnreadableJson cut) {
            return fields(text);
        }
    }

    /** Of what is no whole JSON the fields that can be told, and the rest as text. */
    private String fields(String text) {
        return between(
                FIELD,
                text,
                field -> "\"%s\"%s\"%s"
                        .formatted(
                                field.group(1),
                                field.group(2),
                                escaped(rewriting.value(List.of(), field.group(1), unescaped(field.group(3))))));
    }

    private static String escaped(String text) {
        return unquoted(Json.text(text));
    }

    private static String unescaped(String text) {
        try {
            return Json.parse(('"' + text + '"').getBytes(StandardCharsets.UTF_8))
                    .asText();
        } catch (Json.UnreadableJson cut) {
            return text;
        }
    }

    private String xml(String text) {
        return between(TAG, text, tag -> {
            var name = local(tag.group(1));
            var inner = tag.group(3) == null ? "" : value(name, tag.group(3));
            var cdata =
                    tag.group(4) == null ? "" : "<![CDATA[" + rewriting.value(List.of(), name, tag.group(4)) + "]]>";
            return "<" + tag.group(1) + attributes(tag.group(2)) + ">" + inner + cdata;
        });
    }

    private String value(String field, String escaped) {
        return escaped.isBlank()
                ? escaped
                : HtmlUtils.htmlEscape(rewriting.value(List.of(), field, HtmlUtils.htmlUnescape(escaped)), "UTF-8");
    }

    private String attributes(String text) {
        return ATTRIBUTE
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(1) + "=\"" + attribute(found.group(1), unquoted(found.group(2))) + '"'));
    }

    private String attribute(String name, String value) {
        return name.startsWith("xmlns") ? value : value(local(name), value);
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private String form(String text) {
        var form = new StringBuilder();
        for (var pair : text.split("&", -1)) {
            var at = pair.indexOf('=');
            var name = pair.substring(0, at);
            form.append(form.isEmpty() ? "" : "&").append(name).append('=');
            form.append(URLEncoder.encode(
                    rewriting.value(List.of(), name, decoded(pair.substring(at + 1))), StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException cut) {
            return value;
        }
    }

    /** What matches as told, and what stands between matches as plain text. */
    private String between(Pattern pattern, String text, java.util.function.Function<MatchResult, String> match) {
        UnaryOperator<String> plain = part -> part.isBlank() ? part : rewriting.text(part);
        var result = new StringBuilder();
        var matcher = pattern.matcher(text);
        int at = 0;
        while (matcher.find()) {
            result.append(plain.apply(text.substring(at, matcher.start()))).append(match.apply(matcher));
            at = matcher.end();
        }
        return result.append(plain.apply(text.substring(at))).toString();
    }
}
