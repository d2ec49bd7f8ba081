package vn.lienthong.hub.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The procedures that the hub works by, compared with those that are published. */
public interface ProcedureDifferences {
    /**
     * @param difference {@code not-published}, {@code not-in-force}, {@code title} or {@code field}
     * @param version of the published record
     */
    record Line(
            String code,
            String difference,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable Integer version) {}

    /**
     * @param published how many procedures were fetched; none: nothing can be said yet
     */
    record Comparison(int published, List<Line> items) {}

    Comparison compare();
}
