package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The words of tables and programs in the words of an office. A word that is not known here stays as it is. */
final class Words {
    private static final Map<String, String> ENTRIES = Map.ofEntries(
            Map.entry("registered", "Đăng ký tiếp nhận"),
            Map.entry("step", "Bước xử lý"),
            Map.entry("supplement-asked", "Yêu cầu bổ sung"),
            Map.entry("supplement-supplied", "Đã bổ sung"),
            Map.entry("fee-due", "Phải nộp phí, lệ phí"),
            Map.entry("fee-paid", "Đã nộp phí, lệ phí"),
            Map.entry("result-signed", "Ký kết quả (xử lý xong)"),
            Map.entry("result-returned", "Trả kết quả"),
            Map.entry("refused", "Từ chối giải quyết"),
            Map.entry("withdrawn", "Rút hồ sơ"),
            Map.entry("noted", "Thông tin từ hệ thống liên quan"));
    private static final Map<String, String> STATES = Map.of(
            "PENDING", "chờ gửi",
            "LEASED", "đang gửi",
            "UNCERTAIN", "chưa rõ đã đến",
            "DELIVERED", "đã đến",
            "REFUSED", "bị từ chối",
            "PARKED", "tạm dừng, chờ người xử lý",
            "SKIPPED", "không cần gửi",
            "OPEN", "chưa xử lý",
            "ORDERED", "đã yêu cầu sửa",
            "CLOSED", "đã sửa và đọc lại đúng");
    private static final Map<String, String> MORE_STATES =
            Map.of("ACCEPTED", "chấp nhận", "REJECTED", "không sửa được", "SEND", "gửi", "PROBE", "hỏi lại");
    private static final Map<String, String> DIFFERENCES = Map.of(
            "MISSING", "thiếu ở hệ thống kia",
            "UNKNOWN", "hệ thống kia có, trục không có",
            "STATUS", "khác trạng thái",
            "TIME", "khác thời gian",
            "DUPLICATE", "trùng",
            "COUNTED_TWICE", "đếm hai lần",
            "FEE", "khác phí, lệ phí");
    private static final Map<String, String> REMEDIES = Map.of(
            "ACCEPT", "chấp nhận",
            "CORRECT", "sửa",
            "RESEND", "gửi lại",
            "PROPOSE", "đề nghị sửa",
            "ESCALATE", "báo cấp trên");
    private static final Map<String, String> OUTCOMES = Map.of(
            "acknowledged", "đã nhận",
            "refused", "từ chối",
            "unreachable", "không tới được",
            "uncertain", "chưa rõ",
            "absent", "hệ thống kia không có");
    private static final Map<String, String> CHANNELS =
            Map.of("counter", "trực tiếp", "online", "trực tuyến", "post", "bưu chính công ích");
    private static final Map<String, String> SOURCES = Map.of(
            "claimed",
            "theo giấy hẹn",
            "computed",
            "trục tính",
            View.ANSWER,
            "trả lời khi gửi",
            View.RECONCILIATION,
            "đọc khi đối soát");

    private Words() {}

    static String of(JsonNode word) {
        var text = Html.text(word);
        for (var words : new Map<?, ?>[] {STATES, MORE_STATES, DIFFERENCES, REMEDIES, OUTCOMES, CHANNELS, SOURCES}) {
            if (words.get(text) instanceof String known) {
                return known;
            }
        }
        return text;
    }

    static String entry(JsonNode kind) {
        return ENTRIES.getOrDefault(kind.asText(), kind.asText());
    }
}
