package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.SubmissionRefused;

/**
 * One fee that the ledger says is due. What is paid is what is due there, whatever a caller adds up.
 *
 * @param place which fee of the dossier, counted from 1
 * @param amount in đồng
 */
record FeeDue(int place, @Nullable String code, @Nullable String name, long amount) {

    /** The first unpaid one with the code that is asked for, or with any. */
    static FeeDue of(Dossier dossier, JsonNode wish) {
        var code = wish.at("/fee/code").textValue();
        var fees = dossier.state().fees();
        for (var i = 0; i < fees.size(); i++) {
            var fee = fees.get(i);
            if (fee.paidAt() == null && fee.amount() > 0 && (code == null || code.equals(fee.code()))) {
                return new FeeDue(i + 1, fee.code(), fee.name(), fee.amount()).adding(wish.path("lines"));
            }
        }
        throw new SubmissionRefused("payment.nothing-due", 409, "no such fee is due, or it has been paid", "/fee");
    }

    private FeeDue adding(JsonNode lines) {
        var sum = StreamSupport.stream(lines.spliterator(), false)
                .mapToLong(line -> line.path("amount").asLong())
                .sum();
        if (!lines.isEmpty() && sum != amount) {
            throw new SubmissionRefused("payment.lines-differ", 422, "the lines do not add up to the fee", "/lines");
        }
        return this;
    }

    /** What the order keeps: the fee as it was due, and what the caller wrote. */
    ObjectNode request(JsonNode wish) {
        ObjectNode request = wish.deepCopy();
        request.set("fee", paid(request.objectNode()));
        return request;
    }

    private ObjectNode paid(ObjectNode fee) {
        if (code != null) {
            fee.put("code", code);
        }
        if (name != null) {
            fee.put("name", name);
        }
        return fee.put("amount", amount);
    }

    static ObjectNode ofOrder(PaymentOrder order) {
        return order.request().path("fee") instanceof ObjectNode fee ? fee.deepCopy() : Json.MAPPER.createObjectNode();
    }
}
