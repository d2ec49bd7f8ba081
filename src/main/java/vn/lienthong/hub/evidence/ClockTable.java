package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/** The four clocks side by side, a row for the ledger and one for each system. */
final class ClockTable {
    private final JsonNode evidence;
    private final Html html;

    ClockTable(JsonNode evidence, Html html) {
        this.evidence = evidence;
        this.html = html;
    }

    void write() {
        var clocks = evidence.path("clocks");
        html.heading("Bốn mốc thời gian")
                .small("1. Giờ tiếp nhận gốc · 2. giờ trục ghi nhận · 3. giờ gửi và giờ hệ thống kia xác nhận · "
                        + "4. giờ hệ thống kia nói đã lưu. Số trong ngoặc là phút làm việc so với giờ tiếp nhận gốc; "
                        + "ở cột 4 là so với giờ đúng của chính mốc đó.")
                .table(
                        "Nơi ghi",
                        "1. Tiếp nhận gốc",
                        "2. Trục ghi nhận",
                        "3. Gửi lần đầu",
                        "3. Xác nhận gần nhất",
                        "4. Tiếp nhận đã lưu",
                        "4. Hạn đã lưu",
                        "4. Kết thúc đã lưu")
                .row(
                        "Sổ cái của trục",
                        Html.time(clocks.path("receivedAt")),
                        after(clocks, "recordedAt"),
                        Html.NOTHING,
                        Html.NOTHING,
                        Html.NOTHING,
                        Html.NOTHING,
                        after(clocks, "finishedAt"));
        clocks.path("systems").forEach(this::clock);
        html.end();
    }

    private void clock(JsonNode system) {
        html.row(
                "%s (%s)".formatted(system.path("title").asText(), Words.of(system.path("source"))),
                Html.time(evidence.at("/clocks/receivedAt")),
                Html.NOTHING,
                after(system, "firstSentAt"),
                after(system, "acknowledgedAt"),
                stored(system.at("/stored/receivedAt")),
                stored(system.at("/stored/dueAt")),
                stored(system.at("/stored/finishedAt")));
    }

    private static String after(JsonNode node, String field) {
        var minutes = node.path(field + "MinutesAfterReception");
        return Html.time(node.path(field)) + (minutes.isNumber() ? " (+%d)".formatted(minutes.asLong()) : "");
    }

    private static String stored(JsonNode shows) {
        var minutes = shows.path("minutesAfterOurs");
        return Html.time(shows.path("at"))
                + (minutes.isNumber() ? " (%+d)".formatted(minutes.asLong()) : "")
                + (shows.path("differs").asBoolean() ? " KHÁC" : "");
    }
}
