package vn.lienthong.hub.facade;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;
import vn.lienthong.hub.figures.Asked;
import vn.lienthong.hub.figures.Difference;
import vn.lienthong.hub.figures.Figures;
import vn.lienthong.hub.figures.Grouping;

/** Figures of one cell each, which break where a test says; and what was asked for. */
final class PlayedFigures implements Figures {
    static final String SYSTEM = "civil-status";

    final List<Asked> asked = new ArrayList<>();
    volatile int breaksAfter = Integer.MAX_VALUE;

    @Override
    public boolean knows(String system) {
        return system.equals(SYSTEM);
    }

    @Override
    public Listing onTime(Asked asked, Grouping by, @Nullable String system) {
        return listing(asked);
    }

    @Override
    public List<Difference> differences(Asked asked, String system, @Nullable String after, int limit) {
        this.asked.add(asked);
        return List.of();
    }

    @Override
    public Listing allDifferences(Asked asked, String system, @Nullable String after) {
        return listing(asked);
    }

    @Override
    public Listing report(Asked asked) {
        return listing(asked);
    }

    private Listing listing(Asked asked) {
        this.asked.add(asked);
        return new Listing() {
            @Override
            public Table table() {
                return new Table("so-lieu", "Số liệu", List.of(), List.of(Column.text("name", "Tên")));
            }

            @Override
            public void into(Rows rows) throws java.io.IOException {
                for (int row = 0; row < 10_000; row++) {
                    if (row == breaksAfter) {
                        throw new IllegalStateException("the database is gone");
                    }
                    rows.add("hồ sơ");
                }
            }
        };
    }
}
