package vn.lienthong.hub.desk;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Roles;

/** Makes of the number of a citizen the token that their dossiers are asked for by; nobody makes the number of it. */
@Component
public class Citizens {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}|[0-9]{12}");
    private static final Pattern BLANKS = Pattern.compile("[ .-]");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    private final CitizenKey key;
    private final Audit audit;

    Citizens(CitizenKey key, Audit audit) {
        this.key = key;
        this.audit = audit;
    }

    /** Whether somebody may look for citizens here. */
    public boolean maySearch(Caller caller) {
        return key.isGiven() && caller.is(Roles.PERSONAL_DATA);
    }

    /** Nothing where the text is not the number of a citizen, or nobody looks for them here. */
    public Optional<String> token(String text) {
        var number = BLANKS.matcher(text).replaceAll("");
        return key.isGiven() && NUMBER.matcher(number).matches()
                ? Optional.of(HexFormat.of().formatHex(key.hash(number)))
                : Optional.empty();
    }

    /** Who looked for whose dossiers is on record before they are shown; whose, only as the token. */
    public void look(String token, Caller caller) {
        allow(token, caller);
        audit.record(new AuditRow(caller.client(), "desk.find-citizen", null, null, null, token))
                .join();
    }

    /** @throws Refusal where the caller may not look for citizens */
    public void allow(String token, Caller caller) {
        if (!caller.is(Roles.PERSONAL_DATA)) {
            throw new Refusal(ProblemCode.CALLER_FORBIDDEN);
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
    }
}
