package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.facade.RepairController.Ids;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.outage.Outage;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.security.Caller;

/** Plans outages of systems, shows them and takes them back. */
@RestController
final class OutageController {
    private final Requests requests;
    private final Outages outages;

    OutageController(Requests requests, Outages outages) {
        this.requests = requests;
        this.outages = outages;
    }

    record OutageList(List<Outage> items) {}

    @PostMapping(path = Paths.OUTAGES, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> plan(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        var body = requests.body("planOutage", request);
        return answer(outages.plan(
                Ids.of(body.get("id").asText()),
                body.get("system").asText(),
                OffsetDateTime.parse(body.get("from").asText()),
                OffsetDateTime.parse(body.get("until").asText()),
                body.get("text").asText(),
                caller));
    }

    @GetMapping(path = Paths.OUTAGES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = requests.query("listOutages", request);
        return answer(new OutageList(outages.ahead(query.path("system").textValue())));
    }

    @DeleteMapping(path = Paths.OUTAGE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> withdraw(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("withdrawOutage", request);
        return answer(outages.withdraw(Ids.of(id), caller));
    }

    private static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
