package vn.lienthong.hub.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.audit.Trail;
import vn.lienthong.hub.deadline.Balance;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.delivery.Deliveries;
import vn.lienthong.hub.delivery.DeliveryRecords;
import vn.lienthong.hub.evidence.Evidences;
import vn.lienthong.hub.exchange.DeliveryLine;
import vn.lienthong.hub.exchange.Exchanges;
import vn.lienthong.hub.file.CitizenFiles;
import vn.lienthong.hub.journey.Journeys;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.payment.Payments;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** One dossier: its clocks, how far it is everywhere, its story, and who looked. */
@Controller
class DossierController {
    static final String DOSSIERS = DeskConfiguration.DESK + "/dossiers";

    private static final String DOSSIER = DOSSIERS + "/{code}";
    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};
    private static final int MOST_ENTRIES = 500;
    private static final int BUFFER = 1 << 16;
    private static final Balance NONE = new Balance(null, null, null);

    private final VisibleDossiers dossiers;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final DeliveryRecords records;
    private final Exchanges exchanges;
    private final Deadlines deadlines;
    private final Journeys journeys;
    private final Payments payments;
    private final CitizenFiles files;
    private final Trail trail;
    private final Audit audit;
    private final Evidences evidences;
    private final InstantSource clock;

    DossierController(
            VisibleDossiers dossiers,
            Ledger ledger,
            Deliveries deliveries,
            DeliveryRecords records,
            Exchanges exchanges,
            Deadlines deadlines,
            Journeys journeys,
            Payments payments,
            CitizenFiles files,
            Trail trail,
            Audit audit,
            Evidences evidences,
            InstantSource clock) {
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.records = records;
        this.exchanges = exchanges;
        this.deadlines = deadlines;
        this.journeys = journeys;
        this.payments = payments;
        this.files = files;
        this.trail = trail;
        this.audit = audit;
        this.evidences = evidences;
        this.clock = clock;
    }

    @GetMapping(DOSSIER)
    String dossier(@PathVariable String code, @Asking Caller caller, Model model) {
        var dossier = dossiers.get(code, caller);
        audit.record(AuditRow.of(caller.client(), "desk.look", code)).join();
        fill(dossier, caller, model);
        return "dossier";
    }

    private void fill(Dossier dossier, Caller caller, Model model) {
        var code = dossier.code();
        var legs = deliveries.legs(code);
        var balance = dossier.balance(deadlines, clock.instant()).orElse(NONE);
        model.addAttribute("dossier", dossier);
        model.addAttribute("balance", balance);
        model.addAttribute("legs", legs);
        model.addAttribute("clocks", Clocks.of(dossier, balance, legs, deadlines));
        model.addAttribute("entries", ledger.story(code, 0, MOST_ENTRIES).reversed());
        model.addAttribute("deliveries", records.of(code));
        model.addAttribute("kept", kept(code));
        model.addAttribute("journey", journeys.find(code).orElse(null));
        model.addAttribute("payments", payments.of(code));
        model.addAttribute("files", files.of(code));
        model.addAttribute("acts", trail.acts(code).reversed());
        model.addAttribute("applicant", Applicant.masked(dossier.body()));
        model.addAttribute("mayUnmask", caller.is(Roles.PERSONAL_DATA));
        model.addAttribute("mayAct", caller.is(Roles.OPS));
    }

    /** The attempts whose exchange can be looked at. */
    private Set<String> kept(String code) {
        return exchanges.deliveries(code).stream()
                .flatMap(line -> line.attempts().stream()
                        .filter(DeliveryLine.Try::kept)
                        .map(attempt -> line.id() + "/" + attempt.n()))
                .collect(Collectors.toSet());
    }

    /** Who somebody is, for a reason that is on record before it is shown. */
    @PostMapping(DOSSIER + "/applicant")
    String applicant(@PathVariable String code, @RequestParam String reason, @Asking Caller caller, Model model) {
        var dossier = dossiers.get(code, caller);
        if (!caller.is(Roles.PERSONAL_DATA)) {
            throw new Refusal(ProblemCode.CALLER_FORBIDDEN);
        }
        var given = VisibleDossiers.reason(reason);
        audit.record(new AuditRow(caller.client(), "desk.unmask", code, caller.client(), given, null))
                .join();
        fill(dossier, caller, model);
        model.addAttribute("applicant", Applicant.shown(dossier.body()));
        return "dossier";
    }

    @GetMapping(DOSSIER + "/evidence")
    void evidence(@PathVariable String code, @Asking Caller caller, HttpServletResponse response) throws IOException {
        dossiers.get(code, caller);
        var prepared = evidences.ofDossier(code, caller);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + prepared.name() + '"');
        var out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        prepared.writeTo(out);
        out.flush();
    }

    @Bean
    static Door dossierDoor() {
        return new Door(List.of(
                Right.of(HttpMethod.GET, DOSSIER, MAY),
                Right.of(HttpMethod.POST, DOSSIER + "/applicant", Roles.PERSONAL_DATA),
                Right.of(HttpMethod.GET, DOSSIER + "/evidence", MAY)));
    }
}
