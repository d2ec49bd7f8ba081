package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.published.ProcedureDifferences;

/** Our catalogues beside those that authorities publish. */
@RestController
final class CatalogueController {
    private final ProcedureDifferences procedures;

    CatalogueController(ProcedureDifferences procedures) {
        this.procedures = procedures;
    }

    @GetMapping(path = Paths.PROCEDURE_DIFFERENCES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> procedures() {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(procedures.compare()));
    }
}
