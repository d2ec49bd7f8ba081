package vn.lienthong.hub.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What secrets look like that were written into a file instead of {@code ${NAME}}. */
public final class Secrets {
    private static final String HIDDEN = "***";
    /** The whole of it, not only its first line. */
    private static final Pattern KEY =
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*-----|\\z)");

    static final List<Form> ANYWHERE = List.of(
            new Form("a private key", List.of("-----BEGIN"), "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            new Form(
                    "a password in an address",
                    List.of("@"),
                    "(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://[^/\\s:@\"'{}$]+:[^/\\s:@\"'{}$]+@"),
            new Form(
                    "a token", List.of("eyJ"), "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            new Form(
                    "an access key",
                    List.of("AKIA", "gh", "xox"),
                    "\\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abp]-[A-Za-z0-9-]{10,})"));

    /** What a route, a card or a mapping writes; examples and simulators play with made-up ones. */
    static final List<Form> WRITTEN = Stream.concat(
                    ANYWHERE.stream(),
                    Stream.of(
                            new Form("a basic sign-in", List.of("Basic "), "\\bBasic [A-Za-z0-9+/]{8,}={0,2}"),
                            new Form("a bearer token", List.of("Bearer "), "\\bBearer [A-Za-z0-9._~+/-]{12,}"),
                            new Form(
                                    "a secret",
                                    List.of(),
                                    "(?i)[\"']?\\b(?:[a-z0-9_-]*(?:password|passwd|secret|apikey|api[_-]key|access[_-]?key"
                                            + "|private[_-]?key|token))[\"']?\\s*[:=]\\s*[\"']?(?=[^\\s\"']*[0-9])"
                                            + "[A-Za-z0-9+/_.!@#%^*-]{8,}[\"']?\\s*[,}\\])]?\\s*(?:#.*)?$")))
            .toList();

    private Secrets() {}

    /**
     * @param name for people; the secret itself is not told again
     * @param marks one of which every secret of this form holds, if any are named: most texts are done when none is found
     */
    record Form(String name, List<String> marks, Pattern pattern) {
        Form(String name, List<String> marks, String pattern) {
            this(name, marks, Pattern.compile(pattern, Pattern.MULTILINE));
        }

        boolean mayBeIn(String text) {
            return marks.isEmpty() || marks.stream().anyMatch(text::contains);
        }
    }

    /** The text with every secret blotted out. */
    public static String hidden(String text) {
        var safe = KEY.matcher(text).replaceAll(HIDDEN);
        for (var form : WRITTEN) {
            if (form.mayBeIn(safe)) {
                safe = form.pattern().matcher(safe).replaceAll(HIDDEN);
            }
        }
        return safe;
    }
}
