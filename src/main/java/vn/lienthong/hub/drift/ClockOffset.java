package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import vn.lienthong.hub.drift.Move.What;
import vn.lienthong.hub.json.Json;

/**
 * The clock of whoever answers, beside the hub's: {@code {"ahead": -3600}}, seconds; 0 while it is borne. Told again only
 * when it is off twice as far, or the other way.
 */
final class ClockOffset {
    private static final String AHEAD = "ahead";
    private static final long TWICE = 2;

    private ClockOffset() {}

    /** By how much a {@code Date} lies outside of the call that it was given in; nothing where it is none. */
    static OptionalLong seconds(String date, Instant startedAt, Instant endedAt) {
        try {
            var there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            if (there.isAfter(endedAt)) {
                return OptionalLong.of(Duration.between(endedAt, there).toSeconds());
            }
            return OptionalLong.of(
                    there.isBefore(startedAt)
                            ? -Duration.between(there, startedAt).toSeconds()
                            : 0);
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    static Judgement judge(JsonNode known, long seconds, DriftSettings settings) {
        var ahead = Math.abs(seconds) > settings.clock().toSeconds() ? seconds : 0;
        var before = ahead(known);
        var isFarther = ahead != 0
                && (before == 0
                        || Long.signum(before) != Long.signum(ahead)
                        || Math.abs(ahead) > TWICE * Math.abs(before));
        if (!isFarther && (ahead != 0 || before == 0) && known.has(AHEAD)) {
            return new Judgement(known, List.of());
        }
        var moves = isFarther
                ? List.of(new Move(What.CLOCK, "", Long.toString(before), Long.toString(ahead)))
                : List.<Move>of();
        return new Judgement(Json.MAPPER.createObjectNode().put(AHEAD, ahead), moves);
    }

    static long ahead(JsonNode known) {
        return known.path(AHEAD).asLong();
    }
}
