package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import vn.lienthong.hub.json.Json;

/** Writes registrations as the one-stop software sends them, without a due time: that is for the hub to reckon. */
final class Registrations {
    private static final int SOONEST_ACCEPTED = 5; // minutes
    private static final int LATEST_ACCEPTED = 15 * 60;

    private final Script script;
    private final Citizens citizens;

    Registrations(Script script) {
        this.script = script;
        this.citizens = new Citizens(script.people(), script.office().address());
    }

    ObjectNode of(Filing filing) {
        var office = script.office();
        var request = new Forms(citizens, filing.dice()).of(filing.matter().form(), filing.receivedAt());
        var body = Json.MAPPER.createObjectNode().put("code", filing.reception().codeOf(office.agency()));
        if (filing.online()) {
            body.put("nationalCode", filing.reception().codeOf(office.nationalAgency()));
        }
        body.put("procedure", filing.procedure().code())
                .put("channel", filing.channel())
                .put("receivedAt", Wire.time(filing.receivedAt()))
                .put("summary", filing.procedure().name());
        body.set("unit", office.unit());
        body.set("officer", filing.dice().oneOf(office.officers()));
        body.set("applicant", request.applicant().applicant());
        submitted(body, filing);
        papers(body, filing);
        if (request.form() != null) {
            body.set("form", request.form());
        }
        return body;
    }

    private static void submitted(ObjectNode body, Filing filing) {
        if (filing.online()) {
            var waited = Duration.ofMinutes(filing.dice().between(SOONEST_ACCEPTED, LATEST_ACCEPTED));
            body.put("submittedAt", Wire.time(filing.receivedAt().minus(waited)));
        }
    }

    private static void papers(ObjectNode body, Filing filing) {
        var papers = body.putArray("papers");
        int number = 1;
        for (var name : filing.matter().papers()) {
            papers.addObject()
                    .put("code", "GT%02d".formatted(number++))
                    .put("name", name)
                    .put("digitised", filing.online() || filing.dice().inAHundred(60))
                    .put("reused", filing.dice().inAHundred(10));
        }
    }
}
