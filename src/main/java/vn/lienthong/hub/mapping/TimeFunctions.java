package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.hub.json.Times;

/** Instants of the hub to local texts of the offices and back. Null in, null out. */
final class TimeFunctions {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int DATE_LENGTH = "1985-02-28".length();

    private final InstantSource clock;
    private final Map<String, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    TimeFunctions(InstantSource clock) {
        this.clock = clock;
    }

    List<MappingFunction> all() {
        return List.of(
                new MappingFunction("local-time", 2, 2, this::localTime),
                new MappingFunction("instant", 2, 2, this::instant),
                new MappingFunction("epoch-millis", 0, 1, this::epochMillis));
    }

    /** An instant is shown in office time; a date without time, such as a date of birth, has no zone and stays. */
    private JsonNode localTime(JsonNode... arguments) {
        if (arguments[0].isNull()) {
            return NullNode.instance;
        }
        try {
            var text = arguments[0].asText();
            var time = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay()
                    : OffsetDateTime.parse(text).atZoneSameInstant(Times.ZONE).toLocalDateTime();
            return TextNode.valueOf(format(arguments[1]).format(time));
        } catch (DateTimeException e) {
            throw new FunctionFailed("local-time: not an instant");
        }
    }

    private JsonNode instant(JsonNode... arguments) {
        if (arguments[0].isNull()) {
            return NullNode.instance;
        }
        try {
            var parsed =
                    format(arguments[1]).parseBest(arguments[0].asText().strip(), LocalDateTime::from, LocalDate::from);
            return TextNode.valueOf(ISO.format(start(parsed).atZone(Times.ZONE)));
        } catch (DateTimeException e) {
            throw new FunctionFailed("instant: not a time of the form " + arguments[1].asText());
        }
    }

    private static LocalDateTime start(TemporalAccessor parsed) {
        return parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
    }

    /** Of now, or of the instant given. */
    private JsonNode epochMillis(JsonNode... arguments) {
        if (arguments.length == 0) {
            return LongNode.valueOf(clock.millis());
        }
        try {
            return arguments[0].isNull()
                    ? NullNode.instance
                    : LongNode.valueOf(OffsetDateTime.parse(arguments[0].asText())
                            .toInstant()
                            .toEpochMilli());
        } catch (DateTimeException e) {
            throw new FunctionFailed("epoch-millis: not an instant");
        }
    }

    private DateTimeFormatter format(JsonNode pattern) {
        return formats.computeIfAbsent(pattern.asText(), TimeFunctions::strict);
    }

    /** Strict, so that 31/02 is an error and not the 28th; strict wants the proleptic year u where people write y. */
    private static DateTimeFormatter strict(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new FunctionFailed("not a pattern of times: " + pattern);
        }
    }
}
