package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.springframework.boot.convert.DurationStyle;
import vn.lienthong.hub.catalog.ComparisonRules.Field;
import vn.lienthong.hub.catalog.ComparisonRules.FieldRule;
import vn.lienthong.hub.catalog.ComparisonRules.Precision;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;

/** The part of a card that says how the system is reconciled; it kept to its schema. */
final class ComparisonReader {
    private ComparisonReader() {}

    static ComparisonRules rules(JsonNode rules) {
        return new ComparisonRules(
                Remedy.valueOf(upper(rules.path("missing").asText("propose"))),
                StreamSupport.stream(rules.get("fields").spliterator(), false)
                        .map(ComparisonReader::rule)
                        .toList());
    }

    private static FieldRule rule(JsonNode rule) {
        return new FieldRule(
                field(rule.get("field").asText()),
                rule.has("tolerance")
                        ? DurationStyle.SIMPLE.parse(rule.get("tolerance").asText())
                        : Duration.ZERO,
                Precision.valueOf(upper(rule.path("precision").asText("second"))),
                rule.get("reason").asText(),
                Remedy.valueOf(upper(rule.get("remedy").asText())));
    }

    private static Field field(String word) {
        return Arrays.stream(Field.values())
                .filter(field -> field.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
