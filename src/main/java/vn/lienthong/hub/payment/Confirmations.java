package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.Observation;
import vn.lienthong.hub.intake.Observer;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** What payment systems tell of orders by themselves; the mapping of the answer sees the effect. */
@Component
class Confirmations implements Observer {
    private final Observing observing;

    Confirmations(Observing observing) {
        this.observing = observing;
    }

    @Override
    public String kind() {
        return "payment";
    }

    /** {@code order}, {@code status} (paid, failed, pending), {@code amount}, {@code reference}, {@code paidAt}. */
    @Override
    public JsonNode take(Observation observation) {
        var told =
                Cashier.told(observation.data(), observation.data().path("code").textValue());
        if (told.what() == News.IN_DOUBT) {
            throw new SubmissionRefused("request.invalid", 422, "status is not paid, failed or pending", "/status");
        }
        var number = observation.data().path("order").asText();
        var effect = observing.observe(observation.system().id(), number, told);
        return Json.MAPPER.createObjectNode().put("effect", effect.word());
    }
}
