package vn.lienthong.hub.figures;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Fact;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;
import vn.lienthong.hub.figures.ReportReads.Reported;

/**
 * The report that a one-stop shop gives every quarter on how it received and settled dossiers: the columns of the form
 * II.06 of TT 01/2020/TT-VPCP, and the rates that are asked for with it. A line in all, one per field, one per procedure.
 */
final class Report implements Listing {
    private static final List<Column> COLUMNS = List.of(
            Column.text("level", "Cấp"),
            Column.text("code", "Mã"),
            Column.text("name", "Lĩnh vực, thủ tục"),
            Column.whole("received.total", "Tiếp nhận: tổng số"),
            Column.whole("received.online", "Tiếp nhận trong kỳ: trực tuyến"),
            Column.whole("received.direct", "Tiếp nhận trong kỳ: trực tiếp, dịch vụ bưu chính"),
            Column.whole("received.carriedOver", "Tiếp nhận: từ kỳ trước"),
            Column.whole("settled.total", "Đã giải quyết: tổng số"),
            Column.whole("settled.early", "Đã giải quyết: trước hạn"),
            Column.whole("settled.onTime", "Đã giải quyết: đúng hạn"),
            Column.whole("settled.late", "Đã giải quyết: quá hạn"),
            Column.whole("inProgress.total", "Đang giải quyết: tổng số"),
            Column.whole("inProgress.inTime", "Đang giải quyết: trong hạn"),
            Column.whole("inProgress.overdue", "Đang giải quyết: quá hạn"),
            Column.perCent("rates.online", "Tỷ lệ tiếp nhận trực tuyến (%)"),
            Column.perCent("rates.digitised", "Tỷ lệ số hóa hồ sơ (%)"),
            Column.perCent("rates.reused", "Tỷ lệ tái sử dụng dữ liệu, giấy tờ (%)"),
            Column.perCent("rates.paidOnline", "Tỷ lệ thanh toán trực tuyến (%)"));

    private final List<Fact> facts;
    private final Asked asked;
    private final OffsetDateTime asOf;
    private final Explaining explaining;
    private final Names names;
    private final ReportTally total = new ReportTally();
    private final Map<String, ReportTally> fields = new TreeMap<>();
    private final Map<String, ReportTally> procedures = new TreeMap<>();
    private final Map<String, Set<String>> proceduresOf = new TreeMap<>();

    Report(List<Fact> facts, Asked asked, OffsetDateTime asOf, Explaining explaining, Names names) {
        this.facts = facts;
        this.asked = asked;
        this.asOf = asOf;
        this.explaining = explaining;
        this.names = names;
    }

    void add(Reported reported) {
        var dossier = reported.dossier();
        var judgement = explaining.judge(dossier, dossier.ours(), asOf);
        var isNew = !dossier.receivedAt().isBefore(asked.start());
        var end = judgement.end();
        if (!isNew && end != null && end.from().isBefore(asked.start())) {
            return;
        }
        proceduresOf.computeIfAbsent(dossier.field(), field -> new TreeSet<>()).add(dossier.procedure());
        var lines = List.of(
                total,
                fields.computeIfAbsent(dossier.field(), field -> new ReportTally()),
                procedures.computeIfAbsent(dossier.procedure(), procedure -> new ReportTally()));
        lines.forEach(line -> line.add(reported, judgement, isNew));
    }

    @Override
    public Table table() {
        return new Table(
                "bao-cao-mot-cua-" + asked.days(),
                "Tình hình, kết quả tiếp nhận, giải quyết thủ tục hành chính",
                facts,
                COLUMNS);
    }

    @Override
    public void into(Rows rows) throws IOException {
        rows.add(cells("total", "", "Tổng số", total));
        for (var field : proceduresOf.entrySet()) {
            var name = names.field(field.getValue().iterator().next(), field.getKey());
            rows.add(cells("field", field.getKey(), name, line(fields, field.getKey())));
            for (var procedure : field.getValue()) {
                rows.add(cells("procedure", procedure, names.procedure(procedure), line(procedures, procedure)));
            }
        }
    }

    private static ReportTally line(Map<String, ReportTally> lines, String key) {
        return java.util.Objects.requireNonNull(lines.get(key));
    }

    private static Object[] cells(String level, String code, String name, ReportTally line) {
        return new Object[] {
            level,
            code,
            name,
            line.received() + line.carriedOver(),
            line.online(),
            line.direct(),
            line.carriedOver(),
            line.settled().all(),
            line.settled().of(Verdict.EARLY),
            line.settled().of(Verdict.ON_TIME),
            line.settled().of(Verdict.LATE),
            line.inProgress().all(),
            line.inProgress().of(Verdict.PENDING),
            line.inProgress().of(Verdict.OVERDUE),
            known(line.onlineRate()),
            known(line.digitisedRate()),
            known(line.reusedRate()),
            known(line.paidOnlineRate())
        };
    }

    /** Where nothing was reported that it could be reckoned from, a rate is not 0. */
    private static Object known(@Nullable BigDecimal rate) {
        return rate == null ? Table.UNKNOWN : rate;
    }
}
