package vn.lienthong.hub.reconciliation;

import java.io.IOException;
import java.util.List;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;
import vn.lienthong.hub.reconciliation.Discrepancy.State;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;

/** Discrepancies as people read them, read a stretch at a time. */
public final class DiscrepancyTable implements Listing {
    private static final int STRETCH = 1_000;

    private final Reconciliations reconciliations;
    private final DiscrepancyQuery query;
    private final long after;

    /** @param after the id of the last one known */
    public DiscrepancyTable(Reconciliations reconciliations, DiscrepancyQuery query, long after) {
        this.reconciliations = reconciliations;
        this.query = query;
        this.after = after;
    }

    @Override
    public Table table() {
        return new Table(
                "sai-lech",
                "Sai lệch giữa sổ cái và hệ thống khác",
                List.of(),
                List.of(
                        Column.whole("id", "Số"),
                        Column.text("system", "Hệ thống"),
                        Column.text("dossier", "Mã hồ sơ"),
                        Column.text("kind", "Loại"),
                        Column.text("field", "Trường"),
                        Column.text("ours", "Sổ cái"),
                        Column.text("theirs", "Hệ thống hiển thị"),
                        Column.whole("minutes", "Chênh (phút làm việc)"),
                        Column.text("reason", "Nguyên nhân"),
                        Column.text("remedy", "Cách xử lý"),
                        Column.text("state", "Tình trạng"),
                        Column.time("foundAt", "Phát hiện"),
                        Column.time("seenAt", "Thấy gần nhất"),
                        Column.text("decidedBy", "Người quyết định"),
                        Column.text("note", "Ghi chú"),
                        Column.time("closedAt", "Khép lại")));
    }

    @Override
    public void into(Rows rows) throws IOException {
        var last = after;
        for (var some = reconciliations.discrepancies(query, last, STRETCH);
                !some.isEmpty();
                some = reconciliations.discrepancies(query, last, STRETCH)) {
            for (var discrepancy : some) {
                add(discrepancy, rows);
                last = discrepancy.id();
            }
        }
    }

    private static void add(Discrepancy d, Rows rows) throws IOException {
        rows.add(
                d.id(),
                d.system(),
                d.dossier(),
                title(d.kind()),
                d.field(),
                d.ours(),
                d.theirs(),
                d.minutes(),
                d.reason(),
                title(d.remedy()),
                title(d.state()),
                d.foundAt(),
                d.seenAt(),
                d.decidedBy(),
                d.note(),
                d.closedAt());
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case MISSING -> "thiếu ở hệ thống kia";
            case UNKNOWN -> "ở đây không có";
            case STATUS -> "khác trạng thái";
            case TIME -> "khác thời điểm";
            case DUPLICATE -> "hồ sơ trùng";
            case COUNTED_TWICE -> "bị đếm hai lần";
            case FEE -> "khác phí, lệ phí";
        };
    }

    private static String title(Remedy remedy) {
        return switch (remedy) {
            case ACCEPT -> "chấp nhận";
            case CORRECT -> "gửi chỉnh sửa";
            case RESEND -> "gửi lại";
            case PROPOSE -> "chờ người quyết định";
            case ESCALATE -> "cần phía hệ thống kia xử lý";
        };
    }

    private static String title(State state) {
        return switch (state) {
            case OPEN -> "còn mở";
            case ORDERED -> "đã gửi lệnh";
            case CLOSED -> "đã đúng";
            case ACCEPTED -> "đã chấp nhận";
            case REJECTED -> "đã bác";
        };
    }
}
