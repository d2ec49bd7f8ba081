package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.drift.Drift;
import vn.lienthong.hub.drift.Drifts;
import vn.lienthong.hub.facade.RepairController.Ids;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** Shows where systems answered otherwise than before, and takes the word of who has seen to it. */
@RestController
final class DriftController {
    private final Requests requests;
    private final Drifts drifts;

    DriftController(Requests requests, Drifts drifts) {
        this.requests = requests;
        this.drifts = drifts;
    }

    record DriftList(List<Drift> items) {}

    @GetMapping(path = Paths.DRIFTS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = requests.query("listDrifts", request);
        var openOnly = !query.path("all").asBoolean();
        return answer(new DriftList(drifts.list(query.path("system").textValue(), openOnly, Page.limit(query))));
    }

    @PostMapping(path = Paths.DRIFT_ACCEPT, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> accept(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("acceptDrift", request);
        return answer(drifts.accept(Ids.of(id), body.get("note").asText(), caller));
    }

    private static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
