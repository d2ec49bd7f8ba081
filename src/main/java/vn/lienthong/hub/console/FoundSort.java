package vn.lienthong.hub.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.reconciliation.Discrepancy;
import vn.lienthong.hub.reconciliation.Kind;
import vn.lienthong.hub.reconciliation.Reconciliations.Tally;

/** What was found of one reason, and how far it has come: decided about as one. */
public record FoundSort(Kind kind, String reason, Remedy remedy, Map<Discrepancy.State, Long> counts) {
    private record Key(Kind kind, String reason, Remedy remedy) {}

    static List<FoundSort> of(List<Tally> tallies) {
        var sorts = new LinkedHashMap<Key, FoundSort>();
        for (var tally : tallies) {
            var key = new Key(tally.kind(), tally.reason(), Remedy.valueOf(tally.remedy()));
            sorts.computeIfAbsent(key, FoundSort::none)
                    .counts
                    .put(Discrepancy.State.valueOf(tally.state()), tally.count());
        }
        return new ArrayList<>(sorts.values());
    }

    private static FoundSort none(Key key) {
        return new FoundSort(key.kind, key.reason, key.remedy, new EnumMap<>(Discrepancy.State.class));
    }

    static Map<Discrepancy.State, Long> byState(List<FoundSort> sorts) {
        var all = new EnumMap<Discrepancy.State, Long>(Discrepancy.State.class);
        sorts.forEach(sort -> sort.counts.forEach((state, count) -> all.merge(state, count, Long::sum)));
        return all;
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long open() {
        return counts.getOrDefault(Discrepancy.State.OPEN, 0L);
    }
}
