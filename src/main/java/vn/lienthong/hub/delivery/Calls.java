package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;

/** Which leased deliveries travel in one call: those of one operation that allows it, all on their first attempt. */
final class Calls {
    private Calls() {}

    static List<List<Leased>> of(List<Leased> leased, SystemCard card) {
        var calls = new ArrayList<List<Leased>>();
        var open = new LinkedHashMap<String, List<Leased>>();
        for (var delivery : leased) {
            var batch = card.batchOf(delivery.operation());
            if (batch == 1 || delivery.mustProbe() || delivery.attempts() > 0) {
                calls.add(List.of(delivery));
                continue;
            }
            var together = open.computeIfAbsent(delivery.operation(), operation -> new ArrayList<>());
            together.add(delivery);
            if (together.size() == batch) {
                calls.add(together);
                open.remove(delivery.operation());
            }
        }
        calls.addAll(open.values());
        return calls;
    }

    /** An operation that can carry many always gets a list, so that its mapping has one form. */
    static JsonNode message(List<Leased> together, SystemCard card) {
        var first = together.getFirst();
        if (card.batchOf(first.operation()) == 1) {
            return first.message();
        }
        var message = Json.MAPPER.createObjectNode().put("operation", first.operation());
        var messages = message.putArray("messages");
        together.forEach(delivery -> messages.add(delivery.message()));
        return message;
    }
}
