package vn.lienthong.hub.security;

/** The roles a token can carry. */
public final class Roles {
    /** Systems of a province or commune: register, report, ask. */
    public static final String UPSTREAM = "upstream";
    /** People who keep dossiers in step. */
    public static final String OPS = "ops";
    /** People who connect systems. */
    public static final String INTEGRATOR = "integrator";
    /** People who look and change nothing. */
    public static final String AUDITOR = "auditor";
    /** Beside another role: may see, for a reason given, who a citizen is. */
    public static final String PERSONAL_DATA = "personal-data";
    /** Systems that report by themselves; no token carries it, the hub gives it to whoever has proven to be one. */
    public static final String SYSTEM = "system";

    private Roles() {}
}
