package vn.lienthong.hub.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dossiers counted by their verdict. */
final class Tally {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private long settled;

    void add(Judgement judgement) {
        counts.merge(judgement.verdict(), 1L, Long::sum);
        settled += judgement.isSettled() ? 1 : 0;
    }

    long of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long settled() {
        return settled;
    }

    long inProgress() {
        return all() - settled;
    }

    /** In a hundred of those that can be judged, the ones that are in time; null when there are none. */
    @Nullable
    BigDecimal rate() {
        return perCent(of(Verdict.EARLY) + of(Verdict.ON_TIME) + of(Verdict.PENDING), all() - of(Verdict.UNJUDGED));
    }

    static @Nullable BigDecimal perCent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
