package vn.lienthong.hub.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Hub, baseline, hub, baseline …: what the machine does beside us hits both. */
final class Pairs {
    private final List<Measured> hub = new ArrayList<>();
    private final List<Measured> baseline = new ArrayList<>();

    static Pairs of(int rounds, String name, Supplier<Measured> hub, Supplier<Measured> baseline) {
        var pairs = new Pairs();
        for (var i = 0; i < rounds; i++) {
            pairs.hub.add(hub.get());
            pairs.baseline.add(baseline.get());
            IO.println(name + ": hub " + pairs.hub.getLast());
            IO.println(name + ": baseline " + pairs.baseline.getLast());
        }
        return pairs;
    }

    /** Calls a second. */
    double value() {
        return median(hub, Measured::perSecond);
    }

    double baseline() {
        return median(baseline, Measured::perSecond);
    }

    double ratio() {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < hub.size(); i++) {
            ratios.add(hub.get(i).perSecond() / baseline.get(i).perSecond());
        }
        return median(ratios, ratio -> ratio);
    }

    /** Milliseconds. */
    double percentile(double percent) {
        return median(hub, measured -> measured.percentile(percent));
    }

    double baselinePercentile(double percent) {
        return median(baseline, measured -> measured.percentile(percent));
    }

    int errors() {
        return hub.stream().mapToInt(Measured::errors).sum();
    }

    private static <T> double median(List<T> list, ToDoubleFunction<T> value) {
        var sorted = list.stream().mapToDouble(value).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
