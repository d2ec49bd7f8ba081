package vn.lienthong.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;

class ReckoningTextTest {
    private static final Deadlines DEADLINES =
            new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));

    @Test
    void countsWorkingTimeOffDayByDay() {
        assertThat(steps("4 working hours", "2025-08-15T15:00:00+07:00"))
                .containsExactly(
                        "Tiếp nhận lúc 15:00 ngày 15/08/2025 (thứ Sáu).",
                        "Thời hạn quy định: 4 giờ làm việc.",
                        "15/08/2025 (thứ Sáu), giờ làm việc 07:00-11:30, 13:30-17:00: tính 2 giờ 00 phút,"
                                + " cộng dồn 2 giờ 00 phút.",
                        "16/08/2025 (thứ Bảy) là ngày nghỉ.",
                        "17/08/2025 (Chủ nhật) là ngày nghỉ.",
                        "18/08/2025 (thứ Hai), giờ làm việc 07:00-11:30, 13:30-17:00: tính 2 giờ 00 phút,"
                                + " cộng dồn 4 giờ 00 phút.",
                        "Hạn trả kết quả: 09:00 ngày 18/08/2025 (thứ Hai).");
    }

    @Test
    void saysWhereTheCountBeginsOutsideOfHours() {
        assertThat(steps("1 working hour", "2025-08-16T10:00:00+07:00"))
                .contains("Tiếp nhận ngoài giờ làm việc, bắt đầu tính từ 07:00 ngày 18/08/2025 (thứ Hai).");
    }

    @Test
    void namesHolidaysAndMakeUpDays() {
        assertThat(steps("3 working days", "2025-04-24T09:15:00+07:00"))
                .anyMatch(step -> step.startsWith("26/04/2025 (thứ Bảy) làm bù, Hoán đổi dịp 30/4, giờ làm việc"));
        assertThat(steps("same day before 15:00", "2025-04-29T15:00:00+07:00"))
                .contains(
                        "Tiếp nhận từ 15:00 trở đi: trả trong ngày kế tiếp, 30/04/2025 (thứ Tư).",
                        "30/04/2025 (thứ Tư) là ngày nghỉ, Ngày Chiến thắng: chuyển sang ngày sau.",
                        "Hạn trả kết quả: 17:00 ngày 05/05/2025 (thứ Hai).");
    }

    @Test
    void pushesTheLastOfCalendarDaysOverDaysOff() {
        assertThat(steps("30 calendar days", "2025-07-31T09:15:00+07:00"))
                .contains(
                        "Tính từ ngày làm việc đầu tiên 31/07/2025 (thứ Năm), cộng 30 ngày là 30/08/2025 (thứ Bảy).",
                        "01/09/2025 (thứ Hai) là ngày nghỉ, Quốc khánh: chuyển sang ngày sau.",
                        "Hết giờ làm việc của 03/09/2025 (thứ Tư).");
    }

    private static List<String> steps(String rule, String receivedAt) {
        var at = OffsetDateTime.parse(receivedAt);
        return ReckoningText.of(DEADLINES.reckon(DueRule.parse(rule), at), at);
    }
}
