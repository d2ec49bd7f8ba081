package vn.lienthong.hub.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.desk.Citizens;
import vn.lienthong.hub.desk.WorkQuery;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Reads from an address of the work list which deliveries are meant. */
@Component
class WorkQuestions {
    private static final Set<String> KNOWN = Set.of(
            "state", "system", "cause", "q", "procedure", "due", "since", "tried", "citizen", "sort", "group", "after");
    private static final int DAYS_OF_DONE = 7;

    private final Causes causes;
    private final Citizens citizens;
    private final InstantSource clock;

    WorkQuestions(Causes causes, Citizens citizens, InstantSource clock) {
        this.causes = causes;
        this.citizens = citizens;
        this.clock = clock;
    }

    static Address address(Map<String, String[]> asked) {
        return Address.of(WorkController.WORK, asked, KNOWN);
    }

    WorkQuery of(Address address, Caller caller) {
        var states = address.all("state").stream().map(WorkQuestions::state).toList();
        var words = address.one("q");
        var cause = address.one("cause");
        return new WorkQuery(
                caller.scope(),
                states,
                address.one("system"),
                cause != null ? List.of(cause) : words == null ? null : causes.saying(words),
                address.one("procedure"),
                dueBefore(address.one("due")),
                since(address.one("since"), states),
                address.one("tried") != null,
                citizen(address.one("citizen"), caller),
                "new".equals(address.one("sort")) || hasDone(states) ? WorkQuery.Order.NEWEST : WorkQuery.Order.DUE);
    }

    private @Nullable String citizen(@Nullable String token, Caller caller) {
        if (token != null) {
            citizens.allow(token, caller);
        }
        return token;
    }

    private static DeliveryState state(String word) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.REQUEST_PARAMETER));
    }

    private static boolean hasDone(List<DeliveryState> states) {
        return states.contains(DeliveryState.DELIVERED) || states.contains(DeliveryState.SKIPPED);
    }

    private @Nullable OffsetDateTime dueBefore(@Nullable String word) {
        var now = Times.inOffice(clock.instant());
        return switch (String.valueOf(word)) {
            case "overdue" -> now;
            case "today" -> now.with(LocalTime.MAX);
            case "tomorrow" -> now.plusDays(1).with(LocalTime.MAX);
            default -> null;
        };
    }

    /** What is done is looked for in the last days, unless somebody says since when. */
    private @Nullable OffsetDateTime since(@Nullable String day, List<DeliveryState> states) {
        try {
            if (day != null) {
                return Times.startOf(LocalDate.parse(day));
            }
        } catch (DateTimeParseException e) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
        return hasDone(states)
                ? Times.startOf(Times.inOffice(clock.instant()).toLocalDate().minusDays(DAYS_OF_DONE))
                : null;
    }
}
