package vn.lienthong.hub.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Fact;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;

/** Differences as people read them. */
final class DifferenceTable implements Listing {
    /** Where they come from, one after the other. */
    interface Source {
        void each(Consumer<Difference> taker);
    }

    private final List<Fact> facts;
    private final Asked asked;
    private final Source source;

    DifferenceTable(List<Fact> facts, Asked asked, Source source) {
        this.facts = facts;
        this.asked = asked;
        this.source = source;
    }

    @Override
    public Table table() {
        var columns = new ArrayList<>(List.of(
                Column.text("code", "Mã hồ sơ"),
                Column.text("procedure", "Thủ tục"),
                Column.text("unit", "Đơn vị"),
                Column.text("cause", "Nguyên nhân")));
        columns.addAll(side("ours", "Sổ cái: "));
        columns.addAll(side("theirs", "Hệ thống hiển thị: "));
        return new Table("chenh-lech-dung-han-" + asked.days(), "Hồ sơ có kết luận khác nhau", facts, columns);
    }

    private static List<Column> side(String side, String heading) {
        return List.of(
                Column.time(side + ".receivedAt", heading + "tiếp nhận"),
                Column.time(side + ".dueAt", heading + "hẹn trả"),
                Column.time(side + ".endAt", heading + "kết thúc"),
                Column.text(side + ".verdict", heading + "kết luận"),
                Column.text(side + ".why", heading + "căn cứ"));
    }

    @Override
    public void into(Rows rows) throws IOException {
        try {
            source.each(difference -> add(rows, difference));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private static void add(Rows rows, Difference difference) {
        try {
            rows.add(cells(difference));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static @Nullable Object[] cells(Difference difference) {
        var cells = new ArrayList<@Nullable Object>(List.of(
                difference.code(),
                difference.procedure(),
                difference.unit().province() + "/" + difference.unit().commune(),
                difference.cause().title()));
        cells.addAll(cells(difference.ours()));
        cells.addAll(cells(difference.theirs()));
        return cells.toArray();
    }

    private static List<@Nullable Object> cells(Difference.@Nullable Side side) {
        return side == null
                ? java.util.Arrays.<@Nullable Object>asList(null, null, null, null, null)
                : java.util.Arrays.<@Nullable Object>asList(
                        cell(side.receivedAt()),
                        cell(side.dueAt()),
                        cell(side.endAt()),
                        side.verdict().title(),
                        side.why().title());
    }

    private static @Nullable Object cell(@Nullable Moment moment) {
        return moment == null ? null : moment.cell();
    }
}
