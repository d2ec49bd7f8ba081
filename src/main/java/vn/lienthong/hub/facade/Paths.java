package vn.lienthong.hub.facade;

import java.util.regex.Pattern;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** The addresses of the contract. */
final class Paths {
    static final String BASE = "/api/v1";
    static final String CALLBACK = "/callbacks/{system}/{name}";
    static final String DOSSIERS = BASE + "/dossiers";
    static final String DOSSIER = DOSSIERS + "/{code}";
    static final String EVENTS = DOSSIER + "/events";
    static final String ENTRIES = DOSSIER + "/entries";
    static final String JOURNEY = DOSSIER + "/journey";
    static final String JOURNEY_RESUME = JOURNEY + "/resume";
    static final String JOURNEY_STOP = JOURNEY + "/stop";
    static final String PAYMENTS = DOSSIER + "/payments";
    static final String PAYMENT_SETTLE = PAYMENTS + "/{order}/settle";
    static final String PAYMENTS_TO_SETTLE = BASE + "/payments/to-settle";
    static final String VERIFY = BASE + "/citizens/verify";
    static final String LOOK_UP = BASE + "/citizens/look-up";
    static final String RECHECK = BASE + "/deadlines/recheck";
    static final String SYSTEMS = BASE + "/systems";
    static final String SYSTEM = SYSTEMS + "/{system}";
    static final String CONNECTION_TEST = SYSTEM + "/test";
    static final String QUESTION = SYSTEM + "/questions/{question}";
    static final String EDITIONS = BASE + "/editions";
    static final String EDITION_PLAN = EDITIONS + "/plan";
    static final String EDITION_RESTORE = EDITIONS + "/{number}/restore";
    static final String EDITION_CHANGES = EDITIONS + "/{number}/changes";
    static final String EDITION_FILES = EDITIONS + "/{number}/files";
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
    static final String SIGN_INS = BASE + "/sign-ins";
    static final String SIGN_IN_BACK = SIGN_INS + "/come-back";
    static final String SIGN_IN_FETCH = SIGN_INS + "/fetch";
    static final String SIGN_IN_KEYS = SIGN_INS + "/keys";
    static final String WEBHOOKS = BASE + "/webhooks";
    static final String WEBHOOK = WEBHOOKS + "/{id}";
    static final String WEBHOOK_SECRET = WEBHOOK + "/rotate";
    static final String WEBHOOK_PING = WEBHOOK + "/ping";
    static final String WEBHOOK_RECOVER = WEBHOOK + "/recover";
    static final String FILES = BASE + "/files";
    static final String FILE = FILES + "/{id}";
    static final String FILES_LOOK_UP = FILES + "/look-up";
    static final String FILE_REUSES = FILE + "/reuses";

    static final String PROCEDURE_DIFFERENCES = BASE + "/catalogue/procedures/differences";
    static final String RECEIVED = BASE + "/received";
    static final String RECEIVED_ONE = RECEIVED + "/{id}";
    static final String RECEIVED_RAW = RECEIVED_ONE + "/raw";
    static final String RECEIVED_RETRY = RECEIVED_ONE + "/retry";

    static final String DOSSIER_DELIVERIES = DOSSIER + "/deliveries";
    static final String EXCHANGES = BASE + "/deliveries/{delivery}/exchanges";
    static final String EXCHANGES_DISCLOSURE = EXCHANGES + "/disclosure";
    static final String ANONYMISED = EXCHANGES + "/anonymised";
    static final String RECORDED_MESSAGES = BASE + "/recorded-messages";
    static final String EXCHANGES_DIFFERENCE = EXCHANGES + "/difference";
    static final String INCIDENTS = BASE + "/incidents";
    static final String INCIDENT_STATE = INCIDENTS + "/{id}/state";
    static final String ALERT_GROUPS = BASE + "/alerts/groups";
    static final String ALERT_TEST = BASE + "/alerts/test";
    static final String ACTIVITY = BASE + "/activity";
    static final String DIAGNOSIS = BASE + "/diagnosis";
    static final String DRIFTS = BASE + "/drifts";
    static final String DRIFT_ACCEPT = DRIFTS + "/{id}/accept";
    static final String OUTAGES = BASE + "/outages";
    static final String OUTAGE = OUTAGES + "/{id}";
    static final String DOSSIER_REPAIRS = DOSSIER + "/repairs";
    static final String DOSSIER_EDITS = DOSSIER + "/edits";
    static final String EDITS = BASE + "/edits";
    static final String EDIT = EDITS + "/{id}";
    static final String EDIT_DECISION = EDIT + "/decision";
    static final String REPAIRS = BASE + "/repairs";
    static final String REPAIR = REPAIRS + "/{id}";
    static final String REPAIR_START = REPAIR + "/start";
    static final String REPAIR_PAUSE = REPAIR + "/pause";
    static final String REPAIR_RESUME = REPAIR + "/resume";
    static final String REPAIR_CANCEL = REPAIR + "/cancel";
    static final String REPAIR_ITEMS = REPAIR + "/items";
    static final String REPAIR_REPORT = REPAIR + "/report";

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
