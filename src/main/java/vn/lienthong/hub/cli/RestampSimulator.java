package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.trial.Script;
import vn.lienthong.hub.trial.Story;

/** The simulator of the system that restarts the clock of dossiers: told of which, and asked what came of it. */
final class RestampSimulator {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final Script.Restamp restamp;
    private final HttpClient http = Wire.client();

    RestampSimulator(URI address, Script.Restamp restamp) {
        this.address = address;
        this.restamp = restamp;
    }

    /**
     * @param known how many dossiers it has
     * @param overdue codes of those that it shows overdue at the end of the period
     */
    record Shown(int known, Set<String> overdue) {}

    void restamp(List<Story> stories) {
        var body = Json.MAPPER.createObjectNode().put("clock", restamp.clock());
        var codes = body.putArray("dossiers");
        stories.stream().filter(Story::restamped).map(Story::code).forEach(codes::add);
        exchange(request("/__admin/faults/" + restamp.fault()).PUT(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    Shown shown() {
        var report = exchange(request(restamp.report()).GET());
        var codes = new HashSet<String>();
        report.at(restamp.overdue()).forEach(code -> codes.add(code.asText()));
        return new Shown(report.at(restamp.known()).asInt(), codes);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private JsonNode exchange(HttpRequest.Builder request) {
        var answer = Wire.exchange(http, request.build(), "The simulator of " + restamp.system());
        if (answer.isError()) {
            throw Refused.of(answer);
        }
        return answer.body();
    }
}
