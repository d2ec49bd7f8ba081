package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/** The second half of the page: what was recorded, sent, found otherwise, and sealed. */
final class HistoryPage {
    private final JsonNode evidence;
    private final Html html;

    HistoryPage(JsonNode evidence, Html html) {
        this.evidence = evidence;
        this.html = html;
    }

    void write() {
        entries();
        deliveries();
        discrepancies();
        audit();
    }

    private void entries() {
        html.heading("Sổ cái: việc đã ghi, không sửa, không xóa")
                .table("Số", "Việc", "Xảy ra lúc", "Trục ghi nhận lúc", "Nguồn", "Nội dung", "SHA-256");
        evidence.path("entries")
                .forEach(entry -> html.row(
                        entry.path("seq").asText(),
                        Words.entry(entry.path("kind")),
                        Html.time(entry.path("occurredAt")),
                        Html.time(entry.path("recordedAt")),
                        entry.path("source").asText(),
                        content(entry.path("body")),
                        entry.path("sha256").asText()
                                + (entry.path("sha256Holds").asBoolean() ? "" : " KHÔNG KHỚP nội dung đang lưu")));
        html.end()
                .small(
                        "SHA-256 của: mã hồ sơ, xuống dòng, loại việc, xuống dòng, nội dung JSON đầy đủ (khóa xếp theo thứ "
                                + "tự, không khoảng trắng).");
    }

    private static String content(JsonNode body) {
        var text = new StringBuilder();
        for (var place : new String[] {
            "/step/name",
            "/supplement/reason",
            "/fee/name",
            "/fee/amount",
            "/result/name",
            "/result/number",
            "/reason",
            "/note",
            "/summary"
        }) {
            var value = body.at(place);
            if (!value.isMissingNode()) {
                text.append(text.isEmpty() ? "" : "; ").append(value.asText());
            }
        }
        return text.isEmpty() ? Html.NOTHING : text.toString();
    }

    private void deliveries() {
        html.heading("Gửi sang các hệ thống")
                .table("Hệ thống", "Mục", "Lần gọi", "Bắt đầu", "Kết thúc", "Kết quả", "Mã", "Trả lời", "Biên nhận");
        evidence.path("deliveries").forEach(this::delivery);
        html.end();
    }

    private void delivery(JsonNode delivery) {
        html.row(
                delivery.path("system").asText(),
                delivery.path("seq").asText(),
                "%d lần".formatted(delivery.path("attempts").size()),
                Html.time(delivery.path("sentAt")),
                Html.time(delivery.path("acknowledgedAt")),
                Words.of(delivery.path("state")),
                Html.text(delivery.path("code")),
                Html.text(delivery.path("answer")),
                Html.text(delivery.path("receipt")));
        delivery.path("attempts")
                .forEach(attempt -> html.row(
                        "",
                        "",
                        "%s %s".formatted(attempt.path("n").asText(), Words.of(attempt.path("kind"))),
                        Html.time(attempt.path("startedAt")),
                        Html.time(attempt.path("endedAt")),
                        Words.of(attempt.path("outcome")),
                        Html.text(attempt.path("code")),
                        Html.text(attempt.path("answer")),
                        ""));
    }

    private void discrepancies() {
        html.heading("Chênh lệch đã phát hiện khi đối soát");
        if (evidence.path("discrepancies").isEmpty()) {
            html.paragraph("Không có.");
            return;
        }
        html.table(
                "Hệ thống",
                "Loại",
                "Trường",
                "Sổ cái của trục",
                "Hệ thống kia",
                "Lệch (phút làm việc)",
                "Lý do",
                "Xử lý",
                "Tình trạng",
                "Phát hiện",
                "Đóng");
        evidence.path("discrepancies").forEach(this::discrepancy);
        html.end();
    }

    private void discrepancy(JsonNode found) {
        html.row(
                found.path("system").asText(),
                Words.of(found.path("kind")),
                Html.text(found.path("field")),
                Html.time(found.path("ours")),
                Html.time(found.path("theirs")),
                Html.text(found.path("minutes")),
                found.path("reason").asText(),
                Words.of(found.path("remedy")),
                Words.of(found.path("state")),
                Html.time(found.path("foundAt")),
                Html.time(found.path("closedAt")));
    }

    private void audit() {
        html.heading("Nhật ký và niêm phong").table("Số", "Lúc", "Ai", "Việc", "Nằm dưới niêm phong");
        evidence.at("/audit/acts")
                .forEach(act -> html.row(
                        act.path("id").asText(),
                        Html.time(act.path("at")),
                        act.path("actor").asText(),
                        act.path("action").asText(),
                        act.has("seal") ? act.get("seal").asText() : "chưa niêm phong lúc lập"));
        html.end().table("Niêm phong", "Số dòng", "Lúc", "Mã băm", "Niêm phong trước", "Mã băm trước");
        evidence.at("/audit/seals")
                .forEach(seal -> html.row(
                        seal.path("id").asText(),
                        seal.path("rows").asText(),
                        Html.time(seal.path("sealedAt")),
                        seal.path("hash").asText(),
                        Html.text(seal.path("before")),
                        Html.text(seal.path("beforeHash"))));
        html.end();
    }
}
