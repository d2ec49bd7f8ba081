package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.evidence.Evidences;
import vn.lienthong.hub.evidence.Keys;
import vn.lienthong.hub.evidence.Period;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** Hands out evidence. A package is written into the answer as it is made; none is ever kept. */
@RestController
final class EvidenceController {
    private static final String ZIP = "application/zip";
    private static final int BUFFER = 1 << 16;

    private final Requests requests;
    private final DossierStates states;
    private final Evidences evidences;

    EvidenceController(Requests requests, DossierStates states, Evidences evidences) {
        this.requests = requests;
        this.states = states;
        this.evidences = evidences;
    }

    record KeyView(String algorithm, String keyId, String publicKey) {}

    @GetMapping(path = Paths.DOSSIER_EVIDENCE, produces = ZIP)
    void ofDossier(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        requests.query("getEvidence", request);
        states.visible(code, caller);
        write(evidences.ofDossier(code, caller), response);
    }

    @GetMapping(path = Paths.EVIDENCE, produces = ZIP)
    void ofPeriod(@AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var query = requests.query("getEvidenceOfPeriod", request);
        write(evidences.ofPeriod(period(query), caller), response);
    }

    private static Period period(JsonNode query) {
        return new Period(
                OffsetDateTime.parse(query.path("from").asText()),
                OffsetDateTime.parse(query.path("to").asText()),
                text(query, "province"),
                text(query, "commune"),
                query.has("with"));
    }

    private static @Nullable String text(JsonNode query, String name) {
        return query.path(name).textValue();
    }

    private static void write(Evidences.Prepared prepared, HttpServletResponse response) throws IOException {
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + prepared.name() + '"');
        try {
            var out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            prepared.writeTo(out);
            out.flush();
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new BrokenOff(e) : e;
        }
    }

    @GetMapping(path = Paths.EVIDENCE_KEY, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> key(HttpServletRequest request) {
        requests.query("getEvidenceKey", request);
        var key = evidences.key();
        var view = new KeyView(Keys.ALGORITHM, Keys.id(key), Keys.pem(key));
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(view));
    }
}
