package vn.lienthong.hub.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;

/** Cards of which only the policy of doubt, the delays and the batches matter. */
final class Waiting {
    private Waiting() {}

    /** A system that takes up to ten {@code progress} in one call. */
    static SystemCard card(SystemCard.Uncertain uncertain, int... delaySeconds) {
        return new SystemCard(
                "demo",
                "Demo",
                "nobody",
                true,
                List.of(),
                "http://localhost:1",
                null,
                Map.of(),
                Json.MAPPER.createObjectNode(),
                null,
                List.of(new SystemCard.Receives(
                        Set.of("step"), "progress", false, false, 10, Set.of(), Set.of(), Set.of(), Set.of())),
                Map.of(),
                Map.of(),
                null,
                new SystemCard.Limits(Duration.ofSeconds(1), 1, 1, 1),
                new SystemCard.Retry(
                        Arrays.stream(delaySeconds)
                                .mapToObj(Duration::ofSeconds)
                                .toList(),
                        0),
                new SystemCard.Breaker(50, 20, 10, Duration.ofSeconds(10), Duration.ofMinutes(5)),
                uncertain,
                List.of(),
                null,
                null,
                Inbound.NONE,
                null,
                null);
    }
}
