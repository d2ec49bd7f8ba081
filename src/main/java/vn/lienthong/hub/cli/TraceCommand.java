package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;

@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Show where a dossier is: status, deadline, every system, timeline.",
        footer = {"", "Tra cứu hồ sơ: trạng thái, hạn trả, từng hệ thống, diễn biến."})
final class TraceCommand extends HubCommand {
    private static final int PAGE = 200;

    @Parameters(paramLabel = "CODE", description = "The code of the dossier, such as H24.129-250812-9051.")
    private String code = "";

    @Override
    int run(HubClient hub) {
        var dossier = hub.get(Follow.path(code)).body();
        var entries = entries(hub);
        var deliveries = deliveries(hub);
        if (json()) {
            var both = Json.MAPPER.createObjectNode();
            both.set("dossier", dossier);
            both.set("entries", entries);
            both.set("deliveries", deliveries);
            print(both);
        } else {
            show(dossier, entries);
            showKept(deliveries);
        }
        return ExitCode.OK;
    }

    private ArrayNode entries(HubClient hub) {
        var all = Json.MAPPER.createArrayNode();
        int after = 0;
        JsonNode page;
        do {
            page = hub.get("%s/entries?after=%d&limit=%d".formatted(Follow.path(code), after, PAGE))
                    .body();
            page.path("items").forEach(all::add);
            after = page.path("next").asInt();
        } while (page.hasNonNull("next"));
        return all;
    }

    /** None for a caller who may not look at them. */
    private JsonNode deliveries(HubClient hub) {
        try {
            return hub.get(Follow.path(code) + "/deliveries").body().path("items");
        } catch (Refused e) {
            return Json.MAPPER.createArrayNode();
        }
    }

    private void showKept(JsonNode deliveries) {
        var table = language()
                .of(
                        new Table("DELIVERY", "SYSTEM", "OPERATION", "STATE", "ATTEMPT", "OUTCOME"),
                        new Table("LẦN GỬI", "HỆ THỐNG", "THAO TÁC", "TRẠNG THÁI", "LẦN THỬ", "KẾT QUẢ"));
        boolean any = false;
        for (var delivery : deliveries) {
            for (var attempt : delivery.path("attempts")) {
                if (attempt.path("kept").asBoolean()) {
                    any = true;
                    table.row(
                            delivery.path("id").asText(),
                            delivery.path("system").asText(),
                            delivery.path("operation").asText(),
                            delivery.path("state").asText().toLowerCase(java.util.Locale.ROOT),
                            attempt.path("n").asInt(),
                            (attempt.path("outcome").asText() + " "
                                            + attempt.path("code").asText(""))
                                    .strip());
                }
            }
        }
        if (any) {
            out().println();
            table.print(out());
            out().println(language()
                    .of(
                            "What was sent and answered: hub exchanges DELIVERY",
                            "Đã gửi gì, trả lời gì: hub exchanges LẦN-GỬI"));
        }
    }

    private void show(JsonNode dossier, ArrayNode entries) {
        var text = new DossierText(out(), language());
        text.head(dossier);
        text.legs(dossier);
        out().println();
        var timeline = language()
                .of(
                        new Table("#", "HAPPENED", "EVENT", "WHAT", "RECORDED"),
                        new Table("#", "XẢY RA", "SỰ KIỆN", "NỘI DUNG", "GHI NHẬN"));
        entries.forEach(entry -> timeline.row(
                entry.path("seq").asInt(),
                DossierText.time(entry.path("occurredAt").asText()),
                entry.path("event").asText(),
                what(entry),
                DossierText.time(entry.path("recordedAt").asText())));
        timeline.print(out());
    }

    private String what(JsonNode entry) {
        var data = entry.path("data");
        var fee = data.path("fee");
        return Stream.of(
                        text(data.at("/step/name")),
                        text(data.at("/supplement/reason")),
                        text(fee.path("name")),
                        fee.has("amount") ? "%,d đ".formatted(fee.get("amount").asLong()) : null,
                        text(data.at("/result/name")),
                        text(data.at("/result/number")),
                        text(data.path("reason")),
                        text(data.at("/correction/reason")),
                        text(data.at("/correction/document/number")),
                        entry.has("startsClock") ? language().of("starts no clock", "không tính lại hạn") : null,
                        text(data.path("note")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
