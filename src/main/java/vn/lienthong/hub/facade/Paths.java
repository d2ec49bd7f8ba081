package vn.lienthong.hub.facade;

import java.util.regex.Pattern;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** The addresses of the contract. */
final class Paths {
    static final String BASE = "/api/v1";
    static final String DOSSIERS = BASE + "/dossiers";
    static final String DOSSIER = DOSSIERS + "/{code}";
    static final String EVENTS = DOSSIER + "/events";
    static final String ENTRIES = DOSSIER + "/entries";
    static final String VERIFY = BASE + "/citizens/verify";
    static final String LOOK_UP = BASE + "/citizens/look-up";
    static final String RECHECK = BASE + "/deadlines/recheck";
    static final String SYSTEMS = BASE + "/systems";
    static final String RECONCILIATIONS = BASE + "/reconciliations";
    static final String RECONCILIATION = RECONCILIATIONS + "/{id}";
    static final String APPLY = RECONCILIATION + "/apply";
    static final String DISCREPANCIES = BASE + "/discrepancies";
    static final String DECISION = DISCREPANCIES + "/{id}/decision";
    static final String DOSSIER_EVIDENCE = DOSSIER + "/evidence";
    static final String EVIDENCE = BASE + "/evidence";
    static final String EVIDENCE_KEY = EVIDENCE + "/key";
    static final String ON_TIME = BASE + "/figures/on-time";
    static final String DIFFERENCES = ON_TIME + "/differences";
    static final String REPORT = BASE + "/figures/report";

    private static final Pattern DOSSIER_CODE =
            Pattern.compile("[A-Z0-9]{2,3}(\\.[A-Z0-9]{2,3}){1,4}-[0-9]{6}-[0-9]{4,6}");

    private Paths() {}

    static String dossier(String code) {
        return DOSSIERS + '/' + code;
    }

    /** A text that cannot be a dossier code is the code of no dossier. */
    static void requireDossierCode(String code) {
        if (!DOSSIER_CODE.matcher(code).matches()) {
            throw new Refusal(ProblemCode.DOSSIER_NOT_FOUND);
        }
    }
}
