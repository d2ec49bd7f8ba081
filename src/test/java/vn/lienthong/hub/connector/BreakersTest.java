package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.TestClock;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;

/** Two systems behind one platform, and one that is reached directly. */
class BreakersTest {
    private static final SystemCard ONE = card("one", "shared");
    private static final SystemCard OTHER = card("other", "shared");
    private static final SystemCard DIRECT = card("direct", null);

    private static final Outcome YES = new Outcome.Acknowledged("0", null, null, null, null);
    private static final Outcome DOWN = new Outcome.Unreachable("http.503", null, false);
    private static final Outcome DOUBT = new Outcome.Uncertain("hub.timeout", null);
    private static final Outcome PLATFORM_DOWN = new Outcome.Unreachable("Server.ServerProxy", null, true);
    private static final Outcome PLATFORM_DOUBT = new Outcome.Uncertain("Server.ServerProxy", null, true);

    private final TestClock clock = new TestClock();
    private final Breakers breakers = new Breakers(clock, new SimpleMeterRegistry());

    private static SystemCard card(String id, @Nullable String platform) {
        return new SystemCard(
                id,
                id,
                "nobody",
                true,
                List.of(),
                "http://localhost:1",
                platform,
                Map.of(),
                Json.MAPPER.createObjectNode(),
                null,
                List.of(),
                Map.of(),
                Map.of(),
                null,
                new SystemCard.Limits(Duration.ofSeconds(1), 1, 1, 1),
                new SystemCard.Retry(List.of(Duration.ofSeconds(1)), 0),
                new SystemCard.Breaker(50, 10, 10, Duration.ofSeconds(10), Duration.ofMinutes(1)),
                SystemCard.Uncertain.PROBE,
                List.of(),
                null,
                null,
                Inbound.NONE,
                null,
                null);
    }

    private void calls(SystemCard card, Outcome outcome) {
        IntStream.range(0, 10).forEach(n -> breakers.record(card, outcome, 1));
    }

    @Nested
    class Opens {
        @Test
        void whenASystemIsDown() {
            calls(ONE, DOWN);
            assertThat(breakers.tryCall(ONE)).isFalse();
            assertThat(breakers.tryCall(OTHER)).isTrue();
            assertThat(breakers.state(ONE)).isEqualTo("open");
        }

        @Test
        void whenASystemHangs() {
            calls(DIRECT, DOUBT);
            assertThat(breakers.isClosed(DIRECT)).isFalse();
        }

        @Test
        void notWhenASystemRefuses() {
            calls(ONE, new Outcome.Refused("3", "never"));
            calls(ONE, new Outcome.Absent(null, null));
            assertThat(breakers.isClosed(ONE)).isTrue();
        }

        @Test
        void forAllBehindAPlatformThatIsDown() {
            calls(ONE, PLATFORM_DOWN);
            assertThat(breakers.tryCall(OTHER)).isFalse();
            assertThat(breakers.state(OTHER)).isEqualTo("open");
            assertThat(breakers.isClosed(DIRECT)).isTrue();
        }

        @Test
        void forAllBehindAPlatformThatLeavesCallsInDoubt() {
            calls(ONE, PLATFORM_DOUBT);
            assertThat(breakers.tryCall(OTHER)).isFalse();
        }

        @Test
        void andBlamesNoSystemForItsPlatform() {
            calls(ONE, PLATFORM_DOWN);
            calls(ONE, PLATFORM_DOUBT);
            clock.jump(Duration.ofSeconds(11));
            assertThat(breakers.tryCall(ONE)).isTrue();
            breakers.record(ONE, YES, 1);
            assertThat(breakers.isClosed(ONE)).isTrue();
        }
    }

    @Nested
    class Tries {
        @Test
        void againAfterACallThatCameToNothing() {
            calls(DIRECT, DOWN);
            clock.jump(Duration.ofSeconds(11));
            assertThat(breakers.tryCall(DIRECT)).isTrue();
            assertThatIllegalStateException()
                    .isThrownBy(() -> breakers.call(DIRECT, () -> {
                        throw new IllegalStateException("a mapping is broken");
                    }));
            assertThat(breakers.tryCall(DIRECT))
                    .as("the permission was given back")
                    .isTrue();
        }

        @Test
        void withOneCallAtATime() {
            calls(DIRECT, DOWN);
            clock.jump(Duration.ofSeconds(11));
            assertThat(breakers.tryCall(DIRECT)).isTrue();
            assertThat(breakers.tryCall(DIRECT)).isFalse();
        }

        @Test
        void againAfterTwiceTheTimeButNotLongerThanTheCardSays() {
            calls(DIRECT, DOWN);
            for (var wait : List.of(10, 20, 40, 60, 60)) {
                clock.jump(Duration.ofSeconds(wait - 2));
                assertThat(breakers.tryCall(DIRECT)).as("before %d s", wait).isFalse();
                clock.jump(Duration.ofSeconds(3));
                assertThat(breakers.tryCall(DIRECT)).as("after %d s", wait).isTrue();
                breakers.record(DIRECT, DOWN, 1);
            }
        }

        @Test
        void againAfterAPermissionThatWasNotUsed() {
            calls(ONE, PLATFORM_DOWN);
            calls(ONE, DOWN);
            clock.jump(Duration.ofSeconds(11));
            assertThat(breakers.tryCall(ONE)).isTrue();
            breakers.release(ONE);
            assertThat(breakers.tryCall(ONE)).isTrue();
        }

        @Test
        void andTakesBackThePlatformsPermissionWhenTheSystemIsStillShut() {
            calls(ONE, DOWN);
            calls(OTHER, PLATFORM_DOWN);
            clock.jump(Duration.ofSeconds(11));
            assertThat(breakers.tryCall(ONE)).isTrue();
            assertThat(breakers.tryCall(ONE)).isFalse();
            breakers.record(ONE, YES, 1);
            assertThat(breakers.tryCall(OTHER)).isTrue();
        }
    }
}
