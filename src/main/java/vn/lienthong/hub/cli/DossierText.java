package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.lienthong.hub.json.Times;

/** Shows a dossier as people read it. */
final class DossierText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final String NONE = "-";

    private final PrintWriter out;
    private final Language language;

    DossierText(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** Which dossier, where it stands, until when it must be settled. */
    void head(JsonNode dossier) {
        var times = dossier.path("times");
        line(say("Dossier", "Hồ sơ"), dossier.path("code").asText());
        line(
                "",
                say("procedure %s, %s, unit %s/%s", "thủ tục %s, %s, đơn vị %s/%s")
                        .formatted(
                                dossier.path("procedure").asText(),
                                dossier.path("channel").asText(),
                                dossier.at("/unit/province").asText(),
                                dossier.at("/unit/commune").asText()));
        line(
                say("Status", "Trạng thái"),
                dossier.path("status").asText()
                        + say(" since ", " từ ")
                        + time(times.path("statusAt").asText()));
        line(say("Received", "Tiếp nhận"), time(times.path("receivedAt").asText()));
        line(say("Due", "Hạn"), due(dossier.path("deadline")));
        standing(dossier.path("deadline"), times.hasNonNull("finishedAt"));
        if (times.hasNonNull("finishedAt")) {
            line(say("Settled", "Xong"), settled(dossier));
        }
        out.println();
    }

    private void line(String name, String text) {
        out.println(say("%-10s%s", "%-12s%s").formatted(name, text));
    }

    private static String due(JsonNode deadline) {
        return deadline.hasNonNull("dueAt")
                ? "%s (%s)"
                        .formatted(
                                time(deadline.get("dueAt").asText()),
                                deadline.path("source").asText())
                : NONE;
    }

    private void standing(JsonNode deadline, boolean finished) {
        if (deadline.hasNonNull("issuedDueAt")) {
            line(
                    say("Issued", "Hạn đã hẹn"),
                    time(deadline.get("issuedDueAt").asText())
                            + say(" (a supplement was waited for since)", " (sau đó có chờ bổ sung)"));
        }
        if (deadline.hasNonNull("minutesLeft") && !finished) {
            var left = deadline.get("minutesLeft").asLong();
            line(
                    "",
                    say("%,d working minutes %s", "%2$s %1$,d phút làm việc")
                            .formatted(Math.abs(left), left < 0 ? say("overdue", "quá hạn") : say("left", "còn")));
        }
    }

    private String settled(JsonNode dossier) {
        var at = dossier.at("/times/finishedAt").asText();
        var due = dossier.at("/deadline/dueAt").asText();
        if (due.isEmpty()) {
            return time(at);
        }
        var late = OffsetDateTime.parse(at).isAfter(OffsetDateTime.parse(due));
        return time(at) + (late ? say(" (late)", " (trễ)") : say(" (in time)", " (đúng hạn)"));
    }

    /** How far it has come with each system. */
    void legs(JsonNode dossier) {
        var table = language.of(
                new Table("SYSTEM", "STATE", "ATTEMPTS", "LAST ANSWER", "WAITING FOR"),
                new Table("HỆ THỐNG", "TRẠNG THÁI", "LẦN GỬI", "TRẢ LỜI CUỐI", "ĐANG CHỜ"));
        dossier.path("legs")
                .forEach(leg -> table.row(
                        leg.path("system").asText(),
                        word(leg.path("state").asText()),
                        leg.path("attempts").asInt(),
                        leg.path("lastAnswer").asText(NONE),
                        waiting(leg)));
        table.print(out);
        dossier.path("legs").forEach(this::advice);
    }

    /** What a failure means, and who must do what. */
    private void advice(JsonNode leg) {
        var advice = leg.path("advice");
        if (advice.isObject()) {
            out.println();
            out.println("%s: %s"
                    .formatted(leg.path("system").asText(), advice.path("means").asText()));
            out.println("  %s: %s"
                    .formatted(
                            turn(advice.path("turn").asText()),
                            advice.path("todo").asText()));
        }
    }

    private String say(String english, String vietnamese) {
        return language.of(english, vietnamese);
    }

    private static String turn(String word) {
        return switch (word) {
            case "hub" -> "Người vận hành trục";
            case "system" -> "Đơn vị quản lý hệ thống đó";
            case "upstream" -> "Cơ quan gửi hồ sơ";
            case "citizen" -> "Người dân";
            default -> word;
        };
    }

    private static String waiting(JsonNode leg) {
        var whom = leg.path("waitingOn").asText("");
        var next = leg.path("nextAttemptAt").asText("");
        return whom + (next.isEmpty() ? "" : " (" + time(next) + ")");
    }

    private static String word(String state) {
        return state.toLowerCase(Locale.ROOT);
    }

    static String time(String iso) {
        return TIME.format(OffsetDateTime.parse(iso).atZoneSameInstant(Times.ZONE));
    }
}
