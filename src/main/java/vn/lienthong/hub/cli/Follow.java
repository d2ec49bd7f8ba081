package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Waits, without asking again and again, until every system has a dossier or a person must look at it. */
final class Follow {
    private static final Set<String> KNOWN = Set.of("DELIVERED", "SKIPPED");
    private static final Set<String> STOPPED = Set.of("REFUSED", "PARKED");
    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);

    private final HubClient hub;
    private final InstantSource clock;

    Follow(HubClient hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** The dossier as it stands at the end of the waiting. */
    JsonNode dossier(String code, Duration atMost) {
        var until = clock.instant().plus(atMost);
        var answer = hub.get(path(code));
        var state = answer.body();
        while (!isSettled(state) && clock.instant().isBefore(until)) {
            answer = hub.getAfterChange(path(code), answer.etag(), patience(until));
            state = answer.notModified() ? state : answer.body();
        }
        return state;
    }

    private Duration patience(Instant until) {
        var left = Duration.between(clock.instant(), until).plusSeconds(1);
        return left.compareTo(ONE_ANSWER) < 0 ? left : ONE_ANSWER;
    }

    static String path(String code) {
        return "/dossiers/" + code;
    }

    /** Nothing more happens by itself. */
    static boolean isSettled(JsonNode dossier) {
        return legsAre(dossier, state -> KNOWN.contains(state) || STOPPED.contains(state));
    }

    /** Every system that must know the dossier does. */
    static boolean isKnown(JsonNode dossier) {
        return legsAre(dossier, KNOWN::contains);
    }

    private static boolean legsAre(JsonNode dossier, java.util.function.Predicate<String> state) {
        for (var leg : dossier.path("legs")) {
            if (!state.test(leg.path("state").asText())) {
                return false;
            }
        }
        return true;
    }
}
