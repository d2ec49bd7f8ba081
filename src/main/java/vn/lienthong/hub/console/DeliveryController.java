package vn.lienthong.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.ByHand;
import vn.lienthong.hub.delivery.DeliveryRecord;
import vn.lienthong.hub.delivery.DeliveryRecords;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.exchange.Exchange;
import vn.lienthong.hub.exchange.Exchanges;
import vn.lienthong.hub.exchange.ExchangesOf;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.SingleRepairs;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** One delivery: what its attempts said and heard, where two of them differ, and what a person does with it. */
@Controller
class DeliveryController {
    static final String DELIVERY = DossierController.DOSSIERS + "/{code}/deliveries/{delivery}";

    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};

    private final VisibleDossiers dossiers;
    private final DeliveryRecords records;
    private final Exchanges exchanges;
    private final SingleRepairs repairs;
    private final ByHand byHand;
    private final Cards cards;
    private final Audit audit;

    DeliveryController(
            VisibleDossiers dossiers,
            DeliveryRecords records,
            Exchanges exchanges,
            SingleRepairs repairs,
            ByHand byHand,
            Cards cards,
            Audit audit) {
        this.dossiers = dossiers;
        this.records = records;
        this.exchanges = exchanges;
        this.repairs = repairs;
        this.byHand = byHand;
        this.cards = cards;
        this.audit = audit;
    }

    /** @param attempt whose exchange is shown; the last that was kept where none is named */
    @GetMapping(DELIVERY)
    String delivery(
            @PathVariable String code,
            @PathVariable long delivery,
            @RequestParam(required = false) @Nullable Integer attempt,
            @RequestParam(required = false) @Nullable Integer one,
            @RequestParam(required = false) @Nullable Integer other,
            @Asking Caller caller,
            Model model) {
        dossiers.get(code, caller);
        var all = records.of(code);
        audit.record(new AuditRow(caller.client(), "desk.look", code, null, null, "delivery " + delivery))
                .join();
        fill(all, of(all, delivery), caller, model);
        show(found(exchanges.masked(delivery, caller)), attempt, model);
        if (one != null && other != null) {
            model.addAttribute("one", one);
            model.addAttribute("other", other);
            model.addAttribute("changes", found(exchanges.difference(delivery, one, other, caller)));
        }
        return "delivery";
    }

    /** As it was, for a reason that is on record before it is shown. */
    @PostMapping(DELIVERY + "/disclosure")
    String disclosed(
            @PathVariable String code,
            @PathVariable long delivery,
            @RequestParam(required = false) @Nullable Integer attempt,
            @RequestParam String reason,
            @Asking Caller caller,
            Model model) {
        dossiers.get(code, caller);
        var all = records.of(code);
        fill(all, of(all, delivery), caller, model);
        show(found(exchanges.disclosed(delivery, VisibleDossiers.reason(reason), caller)), attempt, model);
        return "delivery";
    }

    /** The same request again acts once. */
    @PostMapping(DELIVERY + "/acts")
    String act(
            @PathVariable String code,
            @PathVariable long delivery,
            @RequestParam UUID request,
            @RequestParam Act act,
            @RequestParam String reason,
            @Asking Caller caller) {
        dossiers.get(code, caller);
        var system = of(records.of(code), delivery).system();
        var done = repairs.act(request, code, system, act, VisibleDossiers.reason(reason), caller);
        return "redirect:" + DossierController.DOSSIERS + "/" + code + "/deliveries/" + done.delivery();
    }

    private void fill(List<DeliveryRecord> all, DeliveryRecord record, Caller caller, Model model) {
        var state = DeliveryState.valueOf(record.state());
        var next = next(all, record.system());
        model.addAttribute("delivery", record);
        model.addAttribute(
                "title", cards.find(record.system()).map(card -> card.title()).orElse(record.system()));
        model.addAttribute("state", state);
        model.addAttribute("next", next);
        model.addAttribute("request", UUID.randomUUID());
        model.addAttribute("mayUnmask", caller.is(Roles.PERSONAL_DATA));
        if (caller.is(Roles.OPS) && next != null && next.id() == record.id()) {
            model.addAttribute("acts", acts(record, state));
            model.addAttribute("mayEdit", state == DeliveryState.REFUSED || state == DeliveryState.PARKED);
        }
    }

    private List<Act> acts(DeliveryRecord record, DeliveryState state) {
        var held = ByHand.HELD.equals(record.code());
        return Arrays.stream(Act.values())
                .filter(act -> act.isLegalIn(state))
                .filter(act -> act != Act.RELEASE || held)
                .filter(act -> act != Act.PROBE || byHand.canBeAsked(record.system()))
                .toList();
    }

    /** What comes behind waits for it, so persons act on it first. */
    private static @Nullable DeliveryRecord next(List<DeliveryRecord> all, String system) {
        return all.stream()
                .filter(one -> one.system().equals(system)
                        && !DeliveryState.valueOf(one.state()).isDone())
                .findFirst()
                .orElse(null);
    }

    private static DeliveryRecord of(List<DeliveryRecord> all, long delivery) {
        return found(all.stream().filter(one -> one.id() == delivery).findFirst());
    }

    private static void show(ExchangesOf exchanges, @Nullable Integer attempt, Model model) {
        model.addAttribute("exchanges", exchanges);
        model.addAttribute(
                "shown",
                exchanges.attempts().reversed().stream()
                        .filter(one -> attempt == null ? one.kept() : one.n() == attempt)
                        .findFirst()
                        .or(() -> exchanges.attempts().reversed().stream().findFirst())
                        .<@Nullable Exchange>map(one -> one)
                        .orElse(null));
    }

    private static <T> T found(java.util.Optional<T> found) {
        return found.orElseThrow(() -> new Refusal(ProblemCode.DELIVERY_NOT_FOUND));
    }

    @Bean
    static Door deliveryDoor() {
        return new Door(
                Right.of(HttpMethod.GET, DELIVERY, MAY),
                Right.of(HttpMethod.POST, DELIVERY + "/disclosure", Roles.PERSONAL_DATA),
                Right.of(HttpMethod.POST, DELIVERY + "/acts", Roles.OPS));
    }
}
