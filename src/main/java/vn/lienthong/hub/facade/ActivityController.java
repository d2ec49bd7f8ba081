package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.activity.Activities;
import vn.lienthong.hub.diagnosis.Diagnosis;
import vn.lienthong.hub.diagnosis.Finding;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** Shows what the hub does now, and whether anything of it is not as it must be. */
@RestController
final class ActivityController {
    private final Requests requests;
    private final Activities activities;
    private final Diagnosis diagnosis;

    ActivityController(Requests requests, Activities activities, Diagnosis diagnosis) {
        this.requests = requests;
        this.activities = activities;
        this.diagnosis = diagnosis;
    }

    record FindingList(List<Finding> items) {}

    @GetMapping(path = Paths.ACTIVITY, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> activity(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        requests.query("showActivity", request);
        return answer(activities.now(caller));
    }

    @GetMapping(path = Paths.DIAGNOSIS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> diagnosis(HttpServletRequest request) {
        requests.query("diagnose", request);
        return answer(new FindingList(diagnosis.now()));
    }

    private static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
