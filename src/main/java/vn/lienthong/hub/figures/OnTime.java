package vn.lienthong.hub.figures;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Fact;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;
import vn.lienthong.hub.json.Times;

/** Figures side by side, one line per group and one for all. */
final class OnTime implements Listing {
    /** Sorts before every code. */
    private static final String TOTAL = "total";

    private static final class Line {
        private final String name;
        private final Tally ours = new Tally();
        private final Tally theirs = new Tally();
        private long missing;
        private long notCompared;

        Line(String name) {
            this.name = name;
        }
    }

    private final List<Fact> facts;
    private final Asked asked;
    private final Grouping by;
    private final @Nullable Comparison comparison;
    private final Names names;
    private final Line total = new Line("Tổng số");
    private final Map<String, Line> lines = new TreeMap<>();

    OnTime(List<Fact> facts, Asked asked, Grouping by, @Nullable Comparison comparison, Names names) {
        this.facts = facts;
        this.asked = asked;
        this.by = by;
        this.comparison = comparison;
        this.names = names;
    }

    void add(Held dossier, Judgement ours, @Nullable Judgement theirs) {
        for (var line : List.of(total, line(dossier, dossier.ours()))) {
            line.ours.add(ours);
            if (theirs == null && comparison != null) {
                line.missing += comparison.covers(dossier.receivedAt()) ? 1 : 0;
                line.notCompared += comparison.covers(dossier.receivedAt()) ? 0 : 1;
            }
        }
        var told = dossier.theirs();
        if (theirs != null && told != null) {
            total.theirs.add(theirs);
            line(dossier, told).theirs.add(theirs);
        }
    }

    private Line line(Held dossier, Account told) {
        return switch (by) {
            case UNIT -> line(dossier.province() + "/" + dossier.commune(), names.unit(dossier));
            case FIELD -> line(dossier.field(), names.field(dossier.procedure(), dossier.field()));
            case PROCEDURE -> line(dossier.procedure(), names.procedure(dossier.procedure()));
            case MONTH -> {
                var month = month(told, dossier);
                yield line(month, month);
            }
        };
    }

    /** A restarted clock moves a dossier from one month to another, and so it must show. */
    private static String month(Account told, Held dossier) {
        var receivedAt = told.receivedAt();
        var at = receivedAt == null ? dossier.receivedAt() : receivedAt.from();
        return at.atZoneSameInstant(Times.ZONE).toLocalDate().toString().substring(0, "2025-08".length());
    }

    /** One code that meant two units is two lines. */
    private Line line(String key, String name) {
        return lines.computeIfAbsent(key + '\n' + name, fresh -> new Line(name));
    }

    @Override
    public Table table() {
        var columns = new ArrayList<>(List.of(Column.text("key", "Mã"), Column.text("name", by.title())));
        columns.addAll(side("ours", "Sổ cái: "));
        if (comparison != null) {
            columns.addAll(side("theirs", "Hệ thống hiển thị: "));
            columns.add(Column.whole("missing", "Hệ thống không hiển thị"));
            columns.add(Column.whole("notCompared", "Ngoài kỳ đối soát"));
        }
        return new Table("ty-le-dung-han-" + asked.days(), "Tình hình giải quyết đúng hạn", facts, columns);
    }

    private static List<Column> side(String side, String heading) {
        return List.of(
                Column.whole(side + ".received", heading + "tiếp nhận"),
                Column.whole(side + ".early", heading + "trước hạn"),
                Column.whole(side + ".onTime", heading + "đúng hạn"),
                Column.whole(side + ".late", heading + "quá hạn"),
                Column.whole(side + ".inProgress", heading + "đang giải quyết"),
                Column.whole(side + ".overdue", heading + "trong đó đã quá hạn"),
                Column.whole(side + ".unjudged", heading + "không có hạn để so"),
                Column.perCent(side + ".rate", heading + "tỷ lệ đúng hạn (%)"));
    }

    @Override
    public void into(Rows rows) throws IOException {
        rows.add(cells(TOTAL, total));
        for (var line : lines.entrySet()) {
            rows.add(cells(line.getKey().substring(0, line.getKey().indexOf('\n')), line.getValue()));
        }
    }

    private @Nullable Object[] cells(String key, Line line) {
        var cells = new ArrayList<@Nullable Object>(List.of(key, line.name));
        cells.addAll(cells(line.ours));
        if (comparison != null) {
            cells.addAll(cells(line.theirs));
            cells.add(line.missing);
            cells.add(line.notCompared);
        }
        return cells.toArray();
    }

    private static List<@Nullable Object> cells(Tally tally) {
        BigDecimal rate = tally.rate();
        return java.util.Arrays.<@Nullable Object>asList(
                tally.all(),
                tally.of(Verdict.EARLY),
                tally.of(Verdict.ON_TIME),
                tally.of(Verdict.LATE),
                tally.inProgress(),
                tally.of(Verdict.OVERDUE),
                tally.of(Verdict.UNJUDGED),
                rate == null ? Table.UNKNOWN : rate);
    }
}
