package vn.lienthong.hub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** A profile exchange as somebody would write it who knows one ministry and nothing else: no file, no table, no check. */
final class HandWrittenExchange {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Map<String, String> TYPES = Map.of(
            "registered", "TIEPNHAN",
            "withdrawn", "RUT",
            "refused", "TUCHOI",
            "result-signed", "KETQUA",
            "result-returned", "KETQUA",
            "fee-due", "THANHTOAN",
            "fee-paid", "THANHTOAN");
    private static final Map<String, String> STATUSES = Map.of(
            "received", "2",
            "processing", "4",
            "awaiting-supplement", "5",
            "awaiting-payment", "6",
            "signed", "9",
            "returned", "10",
            "refused", "3",
            "withdrawn", "7");

    private HandWrittenExchange() {}

    static int bytes(JsonNode message) {
        var dossier = message.path("dossier");
        var entry = message.path("entry");
        var event = entry.path("event").asText();
        var data = entry.path("data");
        var made = Json.MAPPER.createObjectNode();
        made.put("type", TYPES.getOrDefault(event, "CAPNHAT"));
        made.put("source_id", entry.path("id").asText());
        made.put("ref_code", dossier.path("code").asText());
        made.put("status_profile", STATUSES.get(message.at("/state/status").asText()));
        put(made, "process_officials", data.at("/officer/name"), dossier.at("/officer/name"));
        made.put("time_of_process", time(entry.path("occurredAt")));
        made.put("from_unit_code", dossier.at("/unit/agency").asText());
        made.put("to_unit_code", "G18");
        made.put("procedure_code", dossier.at("/procedure/code").asText());
        made.put("received_at", time(dossier.path("receivedAt")));
        made.put("due_at", time(dossier.path("dueAt")));
        put(
                made,
                "content",
                data.path("note"),
                data.path("reason"),
                data.at("/supplement/reason"),
                data.at("/step/name"));
        if (data.has("fee")) {
            made.putObject("fee").put("amount", data.at("/fee/amount").asLong()).put("paid", event.equals("fee-paid"));
        }
        if (data.has("result")) {
            var result = made.putObject("result");
            put(result, "name", data.at("/result/name"));
            put(result, "number", data.at("/result/number"));
            put(result, "link", data.at("/result/link"));
        }
        return Json.bytes(made).length;
    }

    private static void put(ObjectNode made, String name, JsonNode... values) {
        for (var value : values) {
            if (value.isTextual()) {
                made.set(name, value);
                return;
            }
        }
    }

    private static String time(JsonNode iso) {
        return TIME.format(Times.inOffice(OffsetDateTime.parse(iso.asText()).toInstant()));
    }
}
