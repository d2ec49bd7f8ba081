package vn.lienthong.hub.repair;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Fact;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;

/** What a repair did, delivery by delivery, read a stretch at a time. */
public final class RepairReport implements Listing {
    private static final int STRETCH = 1_000;

    private final Repairs repairs;
    private final Repair repair;

    public RepairReport(Repairs repairs, Repair repair) {
        this.repairs = repairs;
        this.repair = repair;
    }

    @Override
    public Table table() {
        return new Table(
                "xu-ly-" + repair.id(),
                "Kết quả xử lý hàng loạt",
                facts(),
                List.of(
                        Column.whole("n", "Số"),
                        Column.text("dossier", "Mã hồ sơ"),
                        Column.text("system", "Hệ thống"),
                        Column.text("cause", "Nguyên nhân"),
                        Column.text("was", "Tình trạng trước"),
                        Column.text("way", "Cách làm"),
                        Column.time("dueAt", "Hạn trả"),
                        Column.whole("minutesLeft", "Còn lại khi lập (phút làm việc)"),
                        Column.text("state", "Kết quả"),
                        Column.text("result", "Chi tiết"),
                        Column.text("code", "Mã trả lời"),
                        Column.time("at", "Lúc")));
    }

    private List<Fact> facts() {
        var always = Stream.of(
                new Fact("id", "Số kế hoạch", repair.id().toString()),
                new Fact("act", "Việc", repair.act().name()),
                new Fact("state", "Tình trạng", repair.state().name()),
                new Fact("reason", "Lý do", repair.reason()),
                new Fact("plannedBy", "Người lập", repair.plannedBy()),
                new Fact("plannedAt", "Lập lúc", repair.plannedAt()),
                new Fact("count", "Số lượng", repair.items()),
                new Fact("done", "Xong", repair.done()),
                new Fact("failed", "Lỗi", repair.failed()),
                new Fact("passed", "Không cần làm", repair.passed()),
                new Fact("open", "Chưa xong", repair.waiting() + repair.due()));
        var ended = repair.endedAt();
        return ended == null
                ? always.toList()
                : Stream.concat(always, Stream.of(new Fact("endedAt", "Kết thúc lúc", ended)))
                        .toList();
    }

    @Override
    public void into(Rows rows) throws IOException {
        var last = 0;
        for (var some = stretch(last); !some.isEmpty(); some = stretch(last)) {
            for (var item : some) {
                add(item, rows);
                last = item.n();
            }
        }
    }

    private List<RepairItem> stretch(int after) {
        return repairs.items(repair.id(), null, after, STRETCH);
    }

    private static void add(RepairItem item, Rows rows) throws IOException {
        rows.add(
                item.n(),
                item.dossier(),
                item.system(),
                item.cause(),
                item.was(),
                item.way(),
                item.dueAt(),
                item.minutesLeft(),
                item.state().name(),
                item.result(),
                item.code(),
                item.at());
    }
}
