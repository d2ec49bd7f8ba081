package vn.lienthong.hub.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.delivery.Messages;
import vn.lienthong.hub.delivery.Messages.Told;
import vn.lienthong.hub.privacy.Masking;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Edit;
import vn.lienthong.hub.repair.SingleRepairs;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** Another content for one delivery: a person proposes it, a second one decides. Who may not see persons sees masks. */
@Controller
class EditPagesController {
    private static final String FORM = DeliveryController.DELIVERY + "/edit";
    private static final String EDITS = "/console/edits";
    private static final String EDIT = EDITS + "/{id}";
    private static final int LISTED = 200;

    private final VisibleDossiers dossiers;
    private final Messages messages;
    private final SingleRepairs repairs;

    EditPagesController(VisibleDossiers dossiers, Messages messages, SingleRepairs repairs) {
        this.dossiers = dossiers;
        this.messages = messages;
        this.repairs = repairs;
    }

    /** Shows no person: whoever corrects a name knows the right one, and need not see the wrong one. */
    @GetMapping(FORM)
    String form(@PathVariable String code, @PathVariable long delivery, @Asking Caller caller, Model model) {
        var told = told(code, delivery, caller);
        model.addAttribute("told", told);
        model.addAttribute("places", EditPlaces.of(Masking.of(told.message()).tree(told.message())));
        model.addAttribute("request", UUID.randomUUID());
        return "edit-new";
    }

    /** The same request again proposes once. */
    @PostMapping(FORM)
    String propose(
            @PathVariable String code,
            @PathVariable long delivery,
            @RequestParam UUID request,
            @RequestParam String reason,
            @RequestParam Map<String, String> form,
            @Asking Caller caller) {
        var told = told(code, delivery, caller);
        var edit = repairs.propose(
                request,
                code,
                told.system(),
                EditPlaces.patch(form, told.message()),
                VisibleDossiers.reason(reason),
                caller);
        return "redirect:" + EDITS + "/" + edit.id();
    }

    @GetMapping(EDITS)
    String list(@Asking Caller caller, Model model) {
        model.addAttribute("edits", repairs.proposed(caller, LISTED));
        return "edits";
    }

    @GetMapping(EDIT)
    String edit(@PathVariable UUID id, @Asking Caller caller, Model model) {
        var edit = repairs.edit(id, caller).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_FOUND));
        var told = told(edit.dossier(), edit.delivery(), caller);
        var unmasked = caller.is(Roles.PERSONAL_DATA);
        var masking = Masking.of(told.message());
        JsonNode patch = unmasked ? edit.patch() : masking.tree(edit.patch());
        JsonNode message = unmasked ? told.message() : masking.tree(told.message());
        model.addAttribute("edit", edit);
        model.addAttribute("masked", !unmasked);
        model.addAttribute("changes", EditPlaces.changes(patch, message));
        model.addAttribute("mine", edit.proposedBy().equals(caller.client()));
        model.addAttribute("mayDecide", mayDecide(edit, caller));
        return "edit";
    }

    private static boolean mayDecide(Edit edit, Caller caller) {
        return edit.state().equals("PROPOSED")
                && caller.is(Roles.OPS)
                && !edit.proposedBy().equals(caller.client());
    }

    @PostMapping(EDIT + "/decision")
    String decide(
            @PathVariable UUID id, @RequestParam boolean approved, @RequestParam String note, @Asking Caller caller) {
        repairs.decide(id, approved, VisibleDossiers.reason(note), caller);
        return "redirect:" + EDITS + "/" + id;
    }

    private Told told(String code, long delivery, Caller caller) {
        dossiers.get(code, caller);
        return messages.find(delivery)
                .filter(told -> told.dossier().equals(code))
                .orElseThrow(() -> new Refusal(ProblemCode.DELIVERY_NOT_FOUND));
    }

    @Bean
    static Door editPagesDoor() {
        return new Door(
                Right.of(HttpMethod.GET, FORM, Roles.OPS),
                Right.of(HttpMethod.POST, FORM, Roles.OPS),
                Right.of(HttpMethod.GET, EDITS, Roles.OPS, Roles.AUDITOR),
                Right.of(HttpMethod.GET, EDIT, Roles.OPS, Roles.AUDITOR),
                Right.of(HttpMethod.POST, EDIT + "/decision", Roles.OPS));
    }

    @Bean
    static NavEntry editsEntry() {
        return new NavEntry("edits", EDITS, 55, Roles.OPS, Roles.AUDITOR);
    }
}
