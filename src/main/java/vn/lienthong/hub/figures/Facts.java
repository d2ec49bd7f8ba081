package vn.lienthong.hub.figures;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Fact;

/** What holds for a whole table of figures: of whom, of when, and held against what. */
final class Facts {
    private Facts() {}

    static List<Fact> of(
            Asked asked, String units, OffsetDateTime asOf, @Nullable String system, @Nullable Comparison comparison) {
        var facts = new ArrayList<>(List.of(
                new Fact("units", "Đơn vị", units),
                new Fact("from", "Từ ngày", asked.from()),
                new Fact("to", "Đến hết ngày", asked.to()),
                new Fact("asOf", "Tình trạng tính đến", asOf)));
        if (system != null) {
            facts.add(new Fact("system", "Hệ thống đối chiếu", system));
        }
        if (comparison != null) {
            facts.add(new Fact("comparison", "Lần đối soát", comparison.id().toString()));
            facts.add(new Fact("comparedFrom", "Đối soát hồ sơ tiếp nhận từ", comparison.from()));
            facts.add(new Fact("comparedUntil", "Đối soát hồ sơ tiếp nhận trước", comparison.until()));
            facts.add(new Fact("shownAt", "Đọc từ hệ thống lúc", comparison.readAt()));
        }
        return facts;
    }
}
