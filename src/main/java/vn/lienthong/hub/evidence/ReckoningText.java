package vn.lienthong.hub.evidence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.deadline.Reckoning;
import vn.lienthong.hub.deadline.Reckoning.Day;
import vn.lienthong.hub.json.Times;

/** The way to a due time, one sentence a step, so that anybody can follow it with a calendar on the wall. */
final class ReckoningText {
    private final List<String> steps = new ArrayList<>();

    private ReckoningText() {}

    static List<String> of(Reckoning way, OffsetDateTime receivedAt) {
        var text = new ReckoningText();
        text.steps.add("Tiếp nhận lúc %s.".formatted(Spoken.moment(receivedAt)));
        switch (way) {
            case Reckoning.Working working -> text.working(working, receivedAt);
            case Reckoning.Calendar calendar -> text.calendar(calendar);
            case Reckoning.SameDay sameDay -> text.sameDay(sameDay);
        }
        text.steps.add("Hạn trả kết quả: %s.".formatted(Spoken.moment(way.dueAt())));
        return List.copyOf(text.steps);
    }

    private void working(Reckoning.Working way, OffsetDateTime receivedAt) {
        steps.add("Thời hạn quy định: %s.".formatted(rule(way.rule())));
        if (!way.begins().isEqual(receivedAt)) {
            steps.add("Tiếp nhận ngoài giờ làm việc, bắt đầu tính từ %s.".formatted(Spoken.moment(way.begins())));
        }
        long sum = 0;
        for (var day : way.days()) {
            sum += day.counted();
            steps.add(
                    day.isOff()
                            ? "%s.".formatted(off(day))
                            : "%s, giờ làm việc %s: tính %s, cộng dồn %s."
                                    .formatted(
                                            worked(day), day.hours(), Spoken.hours(day.counted()), Spoken.hours(sum)));
        }
    }

    private void calendar(Reckoning.Calendar way) {
        var first = date(way.begins());
        steps.add("Thời hạn quy định: %s.".formatted(rule(way.rule())));
        steps.add("Tính từ ngày làm việc đầu tiên %s, cộng %d ngày là %s."
                .formatted(Spoken.day(first), way.rule().days(), Spoken.day(way.last())));
        closing(way.daysOff(), way.dueAt());
    }

    private void sameDay(Reckoning.SameDay way) {
        steps.add("Thời hạn quy định: trả trong ngày nếu tiếp nhận trước %s.".formatted(way.cutOff()));
        steps.add(
                way.inTime()
                        ? "Tiếp nhận trước %s: trả trong ngày %s.".formatted(way.cutOff(), Spoken.day(way.day()))
                        : "Tiếp nhận từ %s trở đi: trả trong ngày kế tiếp, %s."
                                .formatted(way.cutOff(), Spoken.day(way.day())));
        closing(way.daysOff(), way.dueAt());
    }

    private void closing(List<Day> daysOff, OffsetDateTime dueAt) {
        daysOff.forEach(day -> steps.add("%s: chuyển sang ngày sau.".formatted(off(day))));
        steps.add("Hết giờ làm việc của %s.".formatted(Spoken.day(date(dueAt))));
    }

    private static String off(Day day) {
        return Spoken.day(day.date()) + " là ngày nghỉ" + (day.announced() == null ? "" : ", " + day.announced());
    }

    private static String worked(Day day) {
        return Spoken.day(day.date()) + (day.announced() == null ? "" : " làm bù, " + day.announced());
    }

    private static LocalDate date(OffsetDateTime at) {
        return at.atZoneSameInstant(Times.ZONE).toLocalDate();
    }

    private static String rule(DueRule rule) {
        return switch (rule) {
            case DueRule.WorkingHours length -> "%d giờ làm việc".formatted(length.hours());
            case DueRule.WorkingDays length -> "%d ngày làm việc, mỗi ngày 8 giờ làm việc".formatted(length.days());
            case DueRule.CalendarDays length -> "%d ngày".formatted(length.days());
            case DueRule.SameDay sameDay -> "trong ngày, trước %s".formatted(sameDay.cutOff());
        };
    }
}
