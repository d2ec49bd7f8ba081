package vn.lienthong.hub.facade;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.delivery.Deliveries;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Finds dossiers for those who may see them, and waits for news of one. */
@Component
class DossierStates {
    /** News of another node arrives without a signal, so a waiting caller's dossier is looked at this often. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Deadlines deadlines;
    private final InstantSource clock;
    private volatile boolean closing;

    DossierStates(Ledger ledger, Deliveries deliveries, Deadlines deadlines, ObjectProvider<InstantSource> clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
        this.clock = clock.getIfAvailable(InstantSource::system);
    }

    /** A dossier outside the caller's units is answered like one that does not exist. */
    Dossier visible(String code, Caller caller) {
        Paths.requireDossierCode(code);
        return ledger.find(code)
                .filter(dossier -> caller.scope().covers(dossier.province(), dossier.commune()))
                .orElseThrow(() -> new Refusal(ProblemCode.DOSSIER_NOT_FOUND));
    }

    Tagged now(String code, Caller caller) {
        var dossier = visible(code, caller);
        var view = DossierView.of(dossier, deadline(dossier), deliveries.legs(code));
        return Tagged.weakly(Json.bytes(view), Json.bytes(view.atRest()));
    }

    DossierLine line(Dossier dossier) {
        return DossierLine.of(dossier, deadline(dossier));
    }

    private DeadlineView deadline(Dossier dossier) {
        return DeadlineView.of(dossier, deadlines, clock.instant());
    }

    /** The state as soon as it is none of the known ones, else as it is when the wait is over. */
    Tagged afterChange(String code, Caller caller, List<String> known, Duration wait) {
        var end = clock.instant().plus(wait);
        var state = now(code, caller);
        while (state.isOneOf(known) && !closing && !Thread.currentThread().isInterrupted()) {
            var rest = Duration.between(clock.instant(), end);
            if (!rest.isPositive()) {
                return state;
            }
            ledger.changed(code, rest.compareTo(LOOK_AGAIN) < 0 ? rest : LOOK_AGAIN);
            state = now(code, caller);
        }
        return state;
    }

    /** Waiting callers must not hold up the end of the hub. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
