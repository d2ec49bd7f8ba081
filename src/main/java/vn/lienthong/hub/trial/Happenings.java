package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.json.Json;

/** Writes events, without their times. Results are numbered in their books in the order in which they are asked for. */
final class Happenings {
    private final Script script;
    private final Map<String, Integer> books = new HashMap<>();

    Happenings(Script script) {
        this.script = script;
    }

    /** All that happens from the reception to the last step of the work. */
    List<ObjectNode> work(Filing filing) {
        var events = new ArrayList<ObjectNode>();
        var fee = filing.matter().fee();
        if (fee != null && filing.dice().inAHundred(fee.share())) {
            long amount = fee.amount() * filing.dice().between(1, fee.times());
            events.add(fee("fee-due", fee, amount));
            events.add(paid(fee("fee-paid", fee, amount), filing));
        }
        var steps = filing.matter().steps();
        for (int i = 0; i < steps.size(); i++) {
            events.add(step(i + 2, steps.get(i), filing)); // the reception is step 1
        }
        if (filing.dice().inAHundred(filing.matter().supplement())) {
            events.add(supplementAsked(filing));
            events.add(byOfficer("supplement-supplied", filing));
        }
        return events;
    }

    private ObjectNode step(int number, String name, Filing filing) {
        var event = byOfficer("step", filing);
        event.putObject("step").put("code", String.valueOf(number)).put("name", name);
        return event;
    }

    private ObjectNode supplementAsked(Filing filing) {
        var event = byOfficer("supplement-asked", filing);
        event.putObject("supplement").put("reason", filing.dice().oneOf(script.supplements()));
        return event;
    }

    private static ObjectNode fee(String kind, Script.Fee fee, long amount) {
        var event = event(kind);
        event.putObject("fee").put("code", fee.code()).put("name", fee.name()).put("amount", amount);
        return event;
    }

    private static ObjectNode paid(ObjectNode event, Filing filing) {
        var way = filing.dice().inAHundred(80) ? "portal" : "gateway";
        event.withObjectProperty("fee").put("paidVia", filing.online() ? way : "cash");
        return event;
    }

    ObjectNode signed(Filing filing) {
        var event = byOfficer("result-signed", filing);
        event.set("result", result(filing));
        return event;
    }

    ObjectNode returned(ObjectNode signed) {
        var event = event("result-returned");
        event.set("result", signed.get("result").deepCopy());
        return event;
    }

    ObjectNode refused(Filing filing) {
        return byOfficer("refused", filing)
                .put("reason", filing.dice().oneOf(script.refused().reasons()));
    }

    ObjectNode withdrawn() {
        return event("withdrawn").put("reason", "Công dân đề nghị rút hồ sơ");
    }

    private ObjectNode result(Filing filing) {
        var result = filing.matter().result();
        var number = books.merge(result.book(), 1, Integer::sum);
        var node =
                Json.MAPPER.createObjectNode().put("name", result.name()).put("number", number + "/" + result.book());
        return result.code() == null ? node : node.put("code", result.code());
    }

    private ObjectNode byOfficer(String kind, Filing filing) {
        return event(kind).set("officer", filing.dice().oneOf(script.office().officers()));
    }

    private static ObjectNode event(String kind) {
        return Json.MAPPER.createObjectNode().put("event", kind);
    }
}
