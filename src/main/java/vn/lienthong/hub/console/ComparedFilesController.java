package vn.lienthong.hub.console;

import static vn.lienthong.hub.console.ReconciliationDesk.MAY;
import static vn.lienthong.hub.console.ReconciliationDesk.requireAllUnits;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.evidence.Evidences;
import vn.lienthong.hub.evidence.Period;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.reconciliation.DiscrepancyTable;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** What a comparison found, to be taken along: as a table, and as signed evidence of every dossier that differs. */
@Controller
class ComparedFilesController {
    private static final String FILE = ComparedController.RUN + "/file";
    private static final String EVIDENCE = ComparedController.RUN + "/evidence";
    private static final int BUFFER = 1 << 16;

    private final Reconciliations reconciliations;
    private final Evidences evidences;

    ComparedFilesController(Reconciliations reconciliations, Evidences evidences) {
        this.reconciliations = reconciliations;
        this.evidences = evidences;
    }

    @GetMapping(FILE)
    void table(@PathVariable UUID id, @RequestParam Format format, @Asking Caller caller, HttpServletResponse response)
            throws IOException {
        requireAllUnits(caller);
        var run = known(id);
        var table = new DiscrepancyTable(reconciliations, new DiscrepancyQuery(run.id(), null, null, null), 0);
        begin(response, format.mediaType().toString(), table.table().name() + "." + format.word());
        table.write(format, response.getOutputStream());
    }

    @GetMapping(EVIDENCE)
    void evidence(@PathVariable UUID id, @Asking Caller caller, HttpServletResponse response) throws IOException {
        requireAllUnits(caller);
        var run = known(id);
        var prepared = evidences.ofPeriod(new Period(run.from(), run.until(), null, null, true), caller);
        begin(response, "application/zip", prepared.name());
        var out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        prepared.writeTo(out);
        out.flush();
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private Reconciliation known(UUID id) {
        return reconciliations.find(id).orElseThrow(() -> new Refusal(ProblemCode.RECONCILIATION_NOT_FOUND));
    }

    @Bean
    static Door comparedFilesDoor() {
        return new Door(Right.of(HttpMethod.GET, FILE, MAY), Right.of(HttpMethod.GET, EVIDENCE, MAY));
    }
}
