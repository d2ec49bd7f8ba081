package vn.lienthong.hub.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** Corrects a reception that was reported wrongly, with the document that decided it: an entry like any other. */
@Controller
class ReceptionController {
    private static final String RECEPTION = DossierController.DOSSIERS + "/{code}/reception";
    private static final List<String> REASONS =
            List.of("clerical-error-decided", "ordered-by-authority", "resubmitted-after-refusal");
    private static final int LONGEST = 200;

    private final VisibleDossiers dossiers;
    private final Ledger ledger;
    private final InstantSource clock;

    ReceptionController(VisibleDossiers dossiers, Ledger ledger, InstantSource clock) {
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping(RECEPTION)
    String form(@PathVariable String code, @Asking Caller caller, Model model) {
        model.addAttribute("dossier", dossiers.get(code, caller));
        model.addAttribute("reasons", REASONS);
        model.addAttribute("request", UUID.randomUUID());
        model.addAttribute("at", Times.text(Times.inOffice(clock.instant())));
        return "reception";
    }

    /** The same request again corrects once. */
    @PostMapping(RECEPTION)
    String correct(
            @PathVariable String code,
            @RequestParam UUID request,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime at,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime receivedAt,
            @RequestParam String reason,
            @RequestParam String number,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam String signedBy,
            @Asking Caller caller) {
        dossiers.get(code, caller);
        var body = body(at, receivedAt, reason, given(number), date, given(signedBy));
        try {
            ledger.append(new Submission(caller, request.toString(), code, EntryKind.RECEPTION_CORRECTED, body))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SubmissionRefused refused ? refusal(refused) : e;
        }
        return "redirect:" + DossierController.DOSSIERS + "/" + code;
    }

    /** @param at when the form was opened: sent twice it says the same */
    private static JsonNode body(
            OffsetDateTime at, LocalDateTime receivedAt, String reason, String number, LocalDate date, String by) {
        if (!REASONS.contains(reason)) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        var body = Json.MAPPER.createObjectNode();
        body.put("event", EntryKind.RECEPTION_CORRECTED.word())
                .put("occurredAt", Times.text(Times.inOffice(at.toInstant())))
                .put("receivedAt", Times.text(receivedAt.atZone(Times.ZONE).toOffsetDateTime()));
        body.putObject("correction")
                .put("reason", reason)
                .putObject("document")
                .put("number", number)
                .put("date", date.toString())
                .put("signedBy", by);
        return body;
    }

    private static String given(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        return text.strip();
    }

    private static Refusal refusal(SubmissionRefused refused) {
        return new Refusal(
                Problem.of(ProblemCode.of(refused.code()).orElse(ProblemCode.REQUEST_INVALID), refused.detail()));
    }

    @Bean
    static Door receptionDoor() {
        return new Door(
                Right.of(HttpMethod.GET, RECEPTION, Roles.OPS), Right.of(HttpMethod.POST, RECEPTION, Roles.OPS));
    }
}
