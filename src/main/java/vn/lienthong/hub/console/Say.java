package vn.lienthong.hub.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** Times, lengths and counts as people say them, in the language of the page. */
@Component
final class Say {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final long DAY_OF_OFFICE = 8 * 60L;
    private static final long DAY_OF_CLOCK = 24 * 60L;
    private static final int HIGHEST = 30;
    private static final int WIDTH = 7;
    private static final int LONGEST = 20_000;

    private final MessageSource words;
    private final InstantSource clock;

    Say(MessageSource words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    private String word(String key, Object... values) {
        return words.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private String wordOr(String otherwise, String key, Object... values) {
        return Objects.requireNonNullElse(
                words.getMessage(key, values, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }

    /** 08:14 today, 31/07 16:52 in this year, else with the year. */
    public String time(@Nullable OffsetDateTime time) {
        if (time == null) {
            return "–";
        }
        var local = Times.inOffice(time.toInstant());
        var today = Times.inOffice(clock.instant());
        if (local.toLocalDate().equals(today.toLocalDate())) {
            return CLOCK.format(local);
        }
        return (local.getYear() == today.getYear() ? DAY : DATE).format(local);
    }

    /** With day and year whatever day it is. */
    public String moment(@Nullable OffsetDateTime time) {
        return time == null ? "–" : DATE.format(Times.inOffice(time.toInstant()));
    }

    /** How long ago, or how long until then. */
    public String away(@Nullable OffsetDateTime time) {
        if (time == null) {
            return "–";
        }
        var minutes = Duration.between(clock.instant(), time.toInstant()).toMinutes();
        return word(minutes <= 0 ? "say.ago" : "say.in", length(Math.abs(minutes), DAY_OF_CLOCK));
    }

    public long millis(OffsetDateTime from, OffsetDateTime to) {
        return Duration.between(from, to).toMillis();
    }

    /** Working time. */
    public String working(@Nullable Long minutes) {
        if (minutes == null) {
            return "–";
        }
        return minutes < 0
                ? word("say.over", length(-minutes, DAY_OF_OFFICE))
                : word("say.left", length(minutes, DAY_OF_OFFICE));
    }

    /** A difference of working time, with its sign. */
    public String difference(@Nullable Long minutes) {
        if (minutes == null) {
            return "–";
        }
        return (minutes < 0 ? "−" : "+") + length(Math.abs(minutes), DAY_OF_OFFICE);
    }

    /** Why something differs: the words for its code, or the code of a card that has none. */
    public String reason(String code) {
        return wordOr(code, "reason." + code);
    }

    /** How that comes and what to do; empty where there are no words for it. */
    public String why(String code) {
        return wordOr("", "reason." + code + ".why");
    }

    /** How many of a system differ for that reason, in one line. */
    public String waiting(String code, long count, String system) {
        var values = new Object[] {number(count), system, reason(code)};
        return wordOr(word("reason.line", values), "reason." + code + ".line", values);
    }

    /** A value that a system or the ledger has told: a time as people write it, a status by its name. */
    public String told(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        try {
            return moment(OffsetDateTime.parse(value));
        } catch (DateTimeParseException noTime) {
            var status = "status." + value.toUpperCase(Locale.ROOT).replace('-', '_');
            return wordOr(value, status);
        }
    }

    private String length(long minutes, long day) {
        if (minutes >= day) {
            var hours = minutes % day / 60;
            return hours == 0 ? word("say.days", minutes / day) : word("say.days-hours", minutes / day, hours);
        }
        return minutes >= 60
                ? word("say.hours", minutes / 60, String.format(Locale.ROOT, "%02d", minutes % 60))
                : word("say.minutes", minutes);
    }

    /** Red within an hour of working time, bold within four. */
    public String urgency(@Nullable Long minutes) {
        if (minutes == null || minutes >= 240) {
            return "";
        }
        return minutes < 60 ? "red-text" : "amber-text";
    }

    /** A tree or a body as it is read best; what is no JSON stays as it is. */
    public String pretty(@Nullable Object content) {
        try {
            return cut(
                    content instanceof String body
                            ? Json.parse(body.getBytes(StandardCharsets.UTF_8)).toPrettyString()
                            : String.valueOf(content instanceof JsonNode tree ? tree.toPrettyString() : content));
        } catch (Json.UnreadableJson e) {
            return cut(String.valueOf(content));
        }
    }

    /** No longer than somebody reads on a page. */
    public String cut(@Nullable String text) {
        if (text == null) {
            return "–";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    public long daysLeft(OffsetDateTime until) {
        return Duration.between(clock.instant(), until.toInstant()).toDays();
    }

    /** Red within two weeks, bold within two months: so long it takes to get a new certificate. */
    public String ending(OffsetDateTime until) {
        var days = daysLeft(until);
        return days < 14 ? "red-text" : days < 60 ? "amber-text" : "hint";
    }

    public String number(long count) {
        var symbols = java.text.NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale());
        return symbols.format(count);
    }

    /** The bars of a small chart, as a path of SVG 30 high. */
    public String bars(List<Long> counts) {
        var most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        var path = new StringBuilder();
        for (var i = 0; i < counts.size(); i++) {
            var height = counts.get(i) == 0 ? 0 : Math.max(2, Math.round((double) HIGHEST * counts.get(i) / most));
            if (height > 0) {
                path.append("M%d %dh%dv%dh-%dz".formatted(i * WIDTH, HIGHEST - height, WIDTH - 2, height, WIDTH - 2));
            }
        }
        return path.toString();
    }
}
