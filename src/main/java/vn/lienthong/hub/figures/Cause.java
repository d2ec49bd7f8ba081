package vn.lienthong.hub.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a dossier counts otherwise there than here; the first that fits, in this order. */
public enum Cause {
    MISSING_THERE("Hệ thống không hiển thị hồ sơ"),
    /** Its reception there is later than the true one, by working time. */
    RESTAMP("Giờ tiếp nhận bị đóng lại"),
    DUE_DIFFERS("Hạn trả khác"),
    /** It shows the dossier as ended, and no time of it. */
    END_MISSING("Thiếu thời điểm kết thúc"),
    /** Ended here and not there, or the other way round. */
    STATUS_DIFFERS("Trạng thái khác"),
    END_DIFFERS("Thời điểm kết thúc khác"),
    SUPPLEMENT_DIFFERS("Yêu cầu bổ sung khác"),
    /** Both tell the same, but it keeps only days, and a day is not a time. */
    DAYS_ONLY("Hệ thống chỉ giữ ngày"),
    UNEXPLAINED("Chưa rõ");

    private final String title;

    Cause(String title) {
        this.title = title;
    }

    /** In Vietnamese. */
    public String title() {
        return title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
