package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The evidence of one dossier as a person of an inspection reads it; made from the JSON beside it and nothing else. */
final class EvidencePage {
    private final JsonNode evidence;
    private final Html html;

    private EvidencePage(JsonNode evidence) {
        this.evidence = evidence;
        this.html = new Html("Bằng chứng thời hạn giải quyết hồ sơ "
                + evidence.at("/dossier/code").asText());
    }

    static byte[] of(JsonNode evidence) {
        var page = new EvidencePage(evidence);
        page.head();
        new ClockTable(evidence, page.html).write();
        page.dueTime();
        page.supplements();
        new HistoryPage(evidence, page.html).write();
        page.foot();
        return page.html.bytes();
    }

    private void head() {
        var dossier = evidence.path("dossier");
        html.verdict(
                evidence.at("/verdict/words").asText(),
                evidence.at("/verdict/sentence").asText());
        others();
        html.table("Hồ sơ", "")
                .row("Mã hồ sơ", dossier.path("code").asText())
                .row("Thủ tục", procedure(dossier.path("procedure")))
                .row(
                        "Nơi tiếp nhận",
                        "%s, %s"
                                .formatted(
                                        Html.text(dossier.at("/unit/communeName")),
                                        Html.text(dossier.at("/unit/provinceName"))))
                .row("Cách nộp", Words.of(dossier.path("channel")))
                .row(
                        "Tiếp nhận",
                        Html.time(evidence.at("/clocks/receivedAt")) + ", do hệ thống "
                                + Html.text(evidence.at("/clocks/clockOrigin"))
                                + " đặt khi đăng ký; trục không có cách nào để sửa")
                .row(
                        "Hạn trả",
                        Html.time(evidence.at("/deadline/dueAt")) + " (" + Words.of(evidence.at("/deadline/source"))
                                + ")")
                .row("Kết thúc xử lý", Html.time(evidence.at("/clocks/finishedAt")))
                .row("Trả kết quả", Html.time(evidence.at("/clocks/returnedAt")))
                .end();
    }

    private void others() {
        if (!evidence.at("/clocks/differs").asBoolean()) {
            html.paragraph("Không hệ thống nào cho biết đã lưu giờ khác giờ gốc.");
        }
        evidence.at("/clocks/systems").forEach(system -> {
            if (!system.path("findings").isEmpty()) {
                html.paragraph("%s ghi khác sổ cái của trục (%s):"
                                .formatted(system.path("title").asText(), Words.of(system.path("source"))))
                        .list("ul", texts(system.path("findings")));
            }
        });
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static String procedure(JsonNode procedure) {
        return "%s %s"
                .formatted(
                        procedure.path("code").asText(), procedure.path("name").asText());
    }

    private void dueTime() {
        html.heading("Cách tính hạn trả")
                .list("ol", texts(evidence.at("/deadline/steps")))
                .paragraph(evidence.at("/deadline/remark").asText())
                .small("Quy tắc: %s · lịch làm việc: %s · quy trình: %s"
                        .formatted(
                                Html.text(evidence.at("/deadline/ruleVersion")),
                                Html.text(evidence.at("/deadline/calendarVersion")),
                                Html.text(evidence.at("/deadline/processVersion"))))
                .small(
                        "Quy tắc đúng hạn của Cổng Dịch vụ công quốc gia (Quyết định 766/QĐ-TTg): kết thúc xử lý không sau hạn "
                                + "trả, trừ thời gian của một lần chờ bổ sung; yêu cầu bổ sung quá một lần là quá hạn.");
    }

    private void supplements() {
        html.heading("Tạm dừng chờ bổ sung");
        if (evidence.path("supplements").isEmpty()) {
            html.paragraph("Không có.");
            return;
        }
        html.table("Yêu cầu bổ sung", "Đã bổ sung", "Lý do");
        evidence.path("supplements")
                .forEach(supplement -> html.row(
                        Html.time(supplement.path("askedAt")),
                        Html.time(supplement.path("suppliedAt")),
                        Html.text(supplement.path("reason"))));
        html.end();
    }

    private void foot() {
        html.heading("Về tài liệu này")
                .paragraph(
                        "Lập lúc %s từ sổ cái của trục liên thông. Tên và số giấy tờ của người nộp không có trong gói; "
                                        .formatted(Html.time(evidence.path("madeAt")))
                                + "ai giữ nội dung gốc của một mục có thể đối chiếu bằng SHA-256 của mục đó.")
                .paragraph(
                        "Trang in này chỉ để đọc. Bằng chứng là cả gói .zip có chữ ký: sửa một bit ở bất cứ đâu đều bị "
                                + "phát hiện. Kiểm tra, không cần mạng: java -jar hub.jar evidence verify GÓI.zip --key KHÓA.pem");
    }
}
