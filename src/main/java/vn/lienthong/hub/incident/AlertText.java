package vn.lienthong.hub.incident;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.desk.Shift;
import vn.lienthong.hub.desk.ShiftLine;
import vn.lienthong.hub.incident.Alert.Kind;
import vn.lienthong.hub.json.Times;

/** Alerts in plain Vietnamese: numbers, systems and times; no dossier, no citizen, no words of another system. */
@Component
class AlertText {
    private static final String FROM_US = "[Trục liên thông] ";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Cards cards;

    AlertText(Cards cards) {
        this.cards = cards;
    }

    String subject(Incident incident, Kind kind) {
        var begin = switch (kind) {
            case CLOSED -> "Đã hết: ";
            case ESCALATED -> "Cần xử lý gấp: ";
            default -> incident.cameBack() ? "Tái diễn: " : "Sự cố: ";
        };
        return FROM_US + begin + what(incident);
    }

    private String what(Incident incident) {
        var system = title(incident.system());
        return switch (incident.kind()) {
            case CAUSE -> system + " không nhận hồ sơ";
            case BREAKER -> system + " không liên lạc được";
            case DEADLINE -> "hồ sơ sắp đến hạn chưa tới " + system;
            case SILENCE -> "không có hồ sơ nào được báo về";
            case DRIFT -> system + " trả lời khác trước";
            case CONSERVATION -> system + " đối chiếu lệch " + incident.failures();
        };
    }

    String body(Incident incident, Kind kind) {
        var text = new StringBuilder(what(incident)).append(".\n\n");
        line(text, "Mở lúc", time(incident.openedAt()));
        if (incident.cause() != null) {
            line(text, "Nguyên nhân", "mã nhóm " + incident.cause());
        }
        if (kind == Kind.CLOSED) {
            line(text, "Hết lúc", time(incident.closedAt()));
            line(text, "Nhiều nhất", incident.most() + " thông điệp");
            if (incident.brought() != null) {
                line(text, "Đã tới nơi", incident.brought() + " thông điệp");
            }
        } else {
            line(text, "Số thông điệp", Long.toString(incident.failures()));
            line(text, "Số hồ sơ", Long.toString(incident.dossiers()));
            line(text, "Hạn trả sớm nhất", time(incident.earliestDue()));
        }
        line(text, "Số sự cố", incident.id().toString());
        return text.toString();
    }

    String digestSubject(OffsetDateTime now) {
        return FROM_US + "Tổng hợp ngày " + now.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    /** The same numbers as the first page of the desk. */
    String digest(Shift shift, List<Incident> open) {
        var systems = shift.busy().stream().map(AlertText::digest).collect(Collectors.joining("\n"));
        var incidents = open.stream()
                .map(i -> "- " + what(i) + ", từ " + time(i.openedAt()))
                .collect(Collectors.joining("\n"));
        return "Từ %s: đã tới %d. Bây giờ: đang chờ %d, cần người xử lý %d, hồ sơ sẽ quá hạn trước %s: %d.\n"
                        .formatted(
                                time(shift.since()),
                                shift.delivered(),
                                shift.backlog(),
                                shift.held(),
                                time(shift.until()),
                                shift.overdue())
                + "\nCác hệ thống:\n" + systems + "\n\nSự cố đang mở (" + open.size() + "):\n" + incidents + "\n";
    }

    private static String digest(ShiftLine line) {
        return "- %s: phải gửi %d = đã tới %d + bị từ chối %d + đỗ lại %d + đang chờ %d + bỏ qua %d%s; tồn %d, cần người xử lý %d"
                .formatted(
                        line.title(),
                        line.owed(),
                        line.delivered(),
                        line.refused(),
                        line.parked(),
                        line.pending(),
                        line.skipped(),
                        line.off() == 0 ? "" : " (LỆCH %d)".formatted(line.off()),
                        line.backlog(),
                        line.held());
    }

    String testSubject() {
        return FROM_US + "Thử cảnh báo";
    }

    String test() {
        return "Đây là tin thử. Nhận được tin này nghĩa là cảnh báo tới đúng nơi.\n";
    }

    private String title(@Nullable String system) {
        return system == null ? "" : cards.find(system).map(SystemCard::title).orElse(system);
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null ? "không có" : SHORT.format(Times.inOffice(time.toInstant()));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
