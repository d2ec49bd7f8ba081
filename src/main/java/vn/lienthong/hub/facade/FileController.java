package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.file.CitizenFile;
import vn.lienthong.hub.file.CitizenFiles;
import vn.lienthong.hub.file.CitizenFiles.Asked;
import vn.lienthong.hub.file.CitizenFiles.Place;
import vn.lienthong.hub.file.Filing;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Takes files of citizens in and hands them out; their bytes pass through and are never held. */
@RestController
final class FileController {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PERSON = Pattern.compile("[0-9]{12}|[0-9]{9}");

    private final Requests requests;
    private final DossierStates states;
    private final CitizenFiles files;

    FileController(Requests requests, DossierStates states, CitizenFiles files) {
        this.requests = requests;
        this.states = states;
        this.files = files;
    }

    record Views(List<FileView> items) {
        static Views of(List<CitizenFile> files) {
            return new Views(files.stream().map(FileView::of).toList());
        }
    }

    @PostMapping(path = Paths.FILES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> file(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        var query = requests.query("fileFile", request);
        var dossier = states.visible(query.get("dossier").asText(), caller);
        var filed = files.file(filing(query, dossier, caller, request), request.getInputStream());
        return ResponseEntity.status(filed.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .header("Location", Paths.FILES + "/" + filed.file().id())
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(FileView.of(filed.file())));
    }

    private static Filing filing(JsonNode query, Dossier dossier, Caller caller, HttpServletRequest request) {
        return new Filing(
                caller.client(),
                dossier.code(),
                place(dossier),
                query.get("kind").asText(),
                query.path("purpose").asText("paper"),
                owner(dossier, request.getHeader("Paper-Owner")),
                request.getContentLengthLong(),
                ContentDigest.sha256(request));
    }

    /** A paper is the applicant's own unless its sender says whose it is. */
    private static String owner(Dossier dossier, @Nullable String declared) {
        var owner = declared == null ? dossier.body().at("/applicant/idNumber").asText() : declared.strip();
        if (!PERSON.matcher(owner).matches()) {
            throw new Refusal(
                    Problem.of(
                            ProblemCode.REQUEST_PARAMETER,
                            "Paper-Owner must be 12 or 9 digits; it is needed where the dossier does not have the applicant's number"));
        }
        return owner;
    }

    private static Place place(Dossier dossier) {
        return new Place(dossier.province(), dossier.commune());
    }

    @GetMapping(path = Paths.FILES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("listFiles", request);
        var dossier = states.visible(query.get("dossier").asText(), caller);
        return json(Views.of(files.of(dossier.code())));
    }

    @GetMapping(path = Paths.FILE)
    void read(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        requests.query("getFile", request);
        var file = files.readable(known(id), caller);
        new FileAnswer(file, request, response)
                .send((from, length, out) -> files.read(file, from, length, caller, out));
    }

    @PostMapping(path = Paths.FILES_LOOK_UP, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> lookUp(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var body = requests.body("lookUpFiles", request);
        var dossier = states.visible(body.get("dossier").asText(), caller);
        return json(Views.of(files.held(asked(body, dossier), caller)));
    }

    @PostMapping(path = Paths.FILE_REUSES, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> reuse(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("reuseFile", request);
        var dossier = states.visible(body.get("dossier").asText(), caller);
        return json(FileView.of(files.reuse(known(id), asked(body, dossier), place(dossier), caller)));
    }

    private static Asked asked(JsonNode body, Dossier dossier) {
        return new Asked(
                body.at("/owner/idNumber").asText(),
                body.path("kind").textValue(),
                dossier.code(),
                body.at("/officer/idNumber").textValue(),
                body.get("purpose").asText());
    }

    /** A text that cannot be an id is the id of none. */
    private static UUID known(String id) {
        if (!UUID_FORM.matcher(id).matches()) {
            throw new Refusal(ProblemCode.FILE_NOT_FOUND);
        }
        return UUID.fromString(id);
    }

    private static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
