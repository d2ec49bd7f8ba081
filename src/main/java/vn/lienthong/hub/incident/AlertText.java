package vn.lienthong.hub.incident;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.delivery.SystemState;
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
            line(text, "Đã tới nơi", incident.brought() + " thông điệp");
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

    /** The same numbers as the overview of the systems. */
    String digest(List<SystemState> systems, List<Incident> open) {
        var rows = systems.stream()
                .filter(s -> s.delivered() + s.pending() + s.uncertain() + s.parked() + s.refused() > 0)
                .map(s -> "- %s: đã tới %d, đang chờ %d, chưa rõ %d, đỗ lại %d, bị từ chối %d, bỏ qua %d"
                        .formatted(
                                s.title(),
                                s.delivered(),
                                s.pending(),
                                s.uncertain(),
                                s.parked(),
                                s.refused(),
                                s.skipped()))
                .collect(Collectors.joining("\n"));
        var incidents = open.stream()
                .map(i -> "- " + what(i) + ", từ " + time(i.openedAt()))
                .collect(Collectors.joining("\n"));
        return "Các hệ thống:\n" + rows + "\n\nSự cố đang mở (" + open.size() + "):\n" + incidents + "\n";
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
