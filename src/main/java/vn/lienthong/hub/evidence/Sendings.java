package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.lienthong.hub.delivery.DeliveryRecord;
import vn.lienthong.hub.json.Json;

/** Every delivery of a dossier with every attempt; answers of systems without the people in them. */
final class Sendings {
    private final Bare bare;

    Sendings(Bare bare) {
        this.bare = bare;
    }

    ArrayNode of(List<DeliveryRecord> deliveries) {
        ArrayNode list = Json.MAPPER.valueToTree(deliveries);
        list.forEach(delivery -> {
            answer((ObjectNode) delivery);
            delivery.path("attempts").forEach(attempt -> answer((ObjectNode) attempt));
        });
        return list;
    }

    private void answer(ObjectNode node) {
        if (node.hasNonNull("answer")) {
            node.put("answer", bare.text(node.get("answer").asText()));
        }
    }
}
