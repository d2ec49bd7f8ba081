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
import vn.lienthong.hub.facade.RepairController.Ids;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Edit;
import vn.lienthong.hub.repair.SingleRepairs;
import vn.lienthong.hub.security.Caller;

/** What a person does with the delivery that is next for a dossier and a system; with another content a second one decides. */
@RestController
final class EditController {
    private final Requests requests;
    private final DossierStates states;
    private final SingleRepairs repairs;

    EditController(Requests requests, DossierStates states, SingleRepairs repairs) {
        this.requests = requests;
        this.states = states;
        this.repairs = repairs;
    }

    record Edits(List<Edit> items) {}

    @PostMapping(path = Paths.DOSSIER_REPAIRS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> act(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        var body = requests.body("repairDelivery", request);
        states.visible(code, caller);
        return answer(repairs.act(
                Ids.of(body.get("request").asText()),
                code,
                body.get("system").asText(),
                RepairController.act(body),
                body.get("reason").asText(),
                caller));
    }

    @PostMapping(path = Paths.DOSSIER_EDITS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> propose(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        var body = requests.body("proposeEdit", request);
        states.visible(code, caller);
        return answer(repairs.propose(
                Ids.of(body.get("request").asText()),
                code,
                body.get("system").asText(),
                body.get("patch"),
                body.get("reason").asText(),
                caller));
    }

    @GetMapping(path = Paths.EDITS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("listEdits", request);
        return answer(new Edits(repairs.proposed(caller, Page.limit(query)).stream()
                .map(EditController::withoutPatch)
                .toList()));
    }

    /** What a list shows is not who is meant; the one edit is read on record. */
    private static Edit withoutPatch(Edit edit) {
        return new Edit(
                edit.id(),
                edit.delivery(),
                edit.dossier(),
                edit.system(),
                Json.MAPPER.createObjectNode(),
                edit.reason(),
                edit.state(),
                edit.proposedBy(),
                edit.proposedAt(),
                edit.decidedBy(),
                edit.decidedAt(),
                edit.note());
    }

    @GetMapping(path = Paths.EDIT, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> find(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("getEdit", request);
        return answer(repairs.edit(Ids.of(id), caller).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_FOUND)));
    }

    @PostMapping(path = Paths.EDIT_DECISION, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> decide(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("decideEdit", request);
        var approved = body.get("decision").asText().equals("approve");
        return answer(repairs.decide(Ids.of(id), approved, body.get("note").asText(), caller));
    }

    private static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
