package vn.lienthong.hub.console;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierCode;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** The dossiers that a person may see: one outside of their units is answered like one that does not exist. */
@Component
class VisibleDossiers {
    private static final int SHORTEST_REASON = 5;

    private final Ledger ledger;

    VisibleDossiers(Ledger ledger) {
        this.ledger = ledger;
    }

    Dossier get(String code, Caller caller) {
        return DossierCode.parse(code)
                .flatMap(known -> ledger.find(code))
                .filter(dossier -> caller.scope().covers(dossier.province(), dossier.commune()))
                .orElseThrow(() -> new Refusal(ProblemCode.DOSSIER_NOT_FOUND));
    }

    /** A reason that somebody can read later. */
    static String reason(String given) {
        var reason = given.strip();
        if (reason.length() < SHORTEST_REASON) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        return reason;
    }
}
