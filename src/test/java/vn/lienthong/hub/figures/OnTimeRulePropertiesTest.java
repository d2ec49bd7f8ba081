package vn.lienthong.hub.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.figures.Account.Supplement;

/** What must hold for whatever dossier. */
class OnTimeRulePropertiesTest {
    private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");
    private static final OffsetDateTime PERIOD_END = OffsetDateTime.parse("2025-10-01T00:00:00+07:00");
    private static final int MINUTES = 60_000;

    @Test
    void isNeverWorseForOneSupplement() {
        forAny(random -> {
            var without = any(random, List.of());
            var asked = later(random, RECEIVED);
            var with = with(without, new Supplement(Moment.of(asked), Moment.of(later(random, asked))));

            assertThat(badness(with)).isLessThanOrEqualTo(badness(without));
        });
    }

    @Test
    void isNeverWorseForALongerSupplement() {
        forAny(random -> {
            var asked = later(random, RECEIVED);
            var supplied = later(random, asked);
            var shorter = any(random, List.of(new Supplement(Moment.of(asked), Moment.of(supplied))));
            var longer = with(shorter, new Supplement(Moment.of(asked), Moment.of(later(random, supplied))));

            assertThat(badness(longer)).isLessThanOrEqualTo(badness(shorter));
        });
    }

    @Test
    void isAlwaysOverdueAfterASecondSupplement() {
        forAny(random -> {
            var first = new Supplement(Moment.of(later(random, RECEIVED)), null);
            var second = new Supplement(Moment.of(later(random, RECEIVED)), null);

            assertThat(badness(any(random, List.of(first, second)))).isEqualTo(2);
        });
    }

    @Test
    void isNeverBetterForALaterEnd() {
        forAny(random -> {
            var asked = later(random, RECEIVED);
            var supplements = random.nextBoolean()
                    ? List.of(new Supplement(Moment.of(asked), Moment.of(later(random, asked))))
                    : List.<Supplement>of();
            var due = later(random, RECEIVED);
            var end = later(random, RECEIVED);

            assertThat(badness(account(due, later(random, end), supplements)))
                    .isGreaterThanOrEqualTo(badness(account(due, end, supplements)));
        });
    }

    @Test
    void isNeverBetterForAnEarlierDueTime() {
        forAny(random -> {
            var due = later(random, RECEIVED);
            var end = random.nextBoolean() ? later(random, RECEIVED) : null;

            assertThat(badness(account(due, end, List.of())))
                    .isGreaterThanOrEqualTo(badness(account(later(random, due), end, List.of())));
        });
    }

    private static void forAny(Consumer<Random> property) {
        for (int seed = 0; seed < 5000; seed++) {
            property.accept(new Random(seed));
        }
    }

    private static Account any(Random random, List<Supplement> supplements) {
        return account(later(random, RECEIVED), random.nextBoolean() ? later(random, RECEIVED) : null, supplements);
    }

    private static Account account(OffsetDateTime due, @Nullable OffsetDateTime end, List<Supplement> supplements) {
        return new Account(
                null,
                Moment.of(RECEIVED),
                Moment.of(due),
                end == null ? null : Moment.of(end),
                null,
                null,
                supplements);
    }

    private static Account with(Account account, Supplement supplement) {
        return new Account(
                null, account.receivedAt(), account.dueAt(), account.finishedAt(), null, null, List.of(supplement));
    }

    private static OffsetDateTime later(Random random, OffsetDateTime than) {
        return than.plus(Duration.ofMinutes(1L + random.nextInt(MINUTES / 4)));
    }

    /** 0 early, 1 at the due time or not yet, 2 after it. */
    private static int badness(Account account) {
        return switch (OnTimeRule.judge(account, null, PERIOD_END).verdict()) {
            case EARLY -> 0;
            case ON_TIME, PENDING -> 1;
            case LATE, OVERDUE -> 2;
            case UNJUDGED -> throw new IllegalStateException("has a due time");
        };
    }
}
