package vn.lienthong.hub.cli;

/** What a command tells the shell. */
final class ExitCode {
    static final int OK = 0;
    /** The hub refused it, a system did, or what was expected did not come true. */
    static final int FAILED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** Nobody answers at the address. */
    static final int UNREACHABLE = 3;

    /** Of a plan: something would change. */
    static final int CHANGES = 4;

    private ExitCode() {}
}
