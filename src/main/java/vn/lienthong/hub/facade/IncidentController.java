package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.facade.RepairController.Ids;
import vn.lienthong.hub.incident.Incident;
import vn.lienthong.hub.incident.Incidents;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** Shows what goes wrong, takes what persons say about it, and tries alerts. */
@RestController
final class IncidentController {
    private final Requests requests;
    private final Incidents incidents;

    IncidentController(Requests requests, Incidents incidents) {
        this.requests = requests;
        this.incidents = incidents;
    }

    record IncidentList(List<Incident> items) {}

    record GroupList(List<Incidents.Recipients> items) {}

    @GetMapping(path = Paths.INCIDENTS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("listIncidents", request);
        var all = query.path("all").asBoolean();
        return answer(new IncidentList(incidents.list(caller, !all, Page.limit(query))));
    }

    @PostMapping(path = Paths.INCIDENT_STATE, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> decide(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("decideIncident", request);
        var state = Incident.State.valueOf(body.get("state").asText());
        return answer(incidents.decide(Ids.of(id), state, body.get("note").asText(), caller));
    }

    @GetMapping(path = Paths.ALERT_GROUPS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> groups(HttpServletRequest request) {
        requests.query("listAlertGroups", request);
        return answer(new GroupList(incidents.recipients()));
    }

    @PostMapping(path = Paths.ALERT_TEST, consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> test(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        var body = requests.body("testAlert", request);
        incidents.test(body.get("group").asText(), caller);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
