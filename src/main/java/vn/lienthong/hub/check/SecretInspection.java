package vn.lienthong.hub.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.hub.catalog.Place;

/** Secrets that stand in a file, where everybody who may read the file may use them. */
final class SecretInspection {
    private static final List<Form> ANYWHERE = List.of(
            new Form("a private key", "-----BEGIN", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            new Form("a password in an address", "@", "[a-z][a-z0-9+.-]*://[^/\\s:@\"'{}$]+:[^/\\s:@\"'{}$]+@"),
            new Form("a token", "eyJ", "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            new Form(
                    "an access key",
                    "",
                    "\\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abp]-[A-Za-z0-9-]{10,})"));

    /** What a route, a card or a mapping writes; examples and simulators play with made-up ones. */
    private static final List<Form> WRITTEN = Stream.concat(
                    ANYWHERE.stream(),
                    Stream.of(
                            new Form("a basic sign-in", "Basic ", "\\bBasic [A-Za-z0-9+/]{8,}={0,2}"),
                            new Form("a bearer token", "Bearer ", "\\bBearer [A-Za-z0-9._~+/-]{12,}"),
                            new Form(
                                    "a secret",
                                    "",
                                    "(?i)[\"']?\\b(?:[a-z0-9_-]*(?:password|passwd|secret|apikey|api[_-]key|access[_-]?key"
                                            + "|private[_-]?key|token))[\"']?\\s*[:=]\\s*[\"']?(?=[^\\s\"']*[0-9])"
                                            + "[A-Za-z0-9+/_.!@#%^*-]{8,}[\"']?\\s*[,}\\])]?\\s*(?:#.*)?$")))
            .toList();

    private SecretInspection() {}

    /**
     * @param name for people; the secret itself is not told again
     * @param mark that every one of them holds: most files are done when it is not found
     */
    private record Form(String name, String mark, Pattern pattern) {
        Form(String name, String mark, String pattern) {
            this(name, mark, Pattern.compile(pattern, Pattern.MULTILINE));
        }
    }

    /** Of routes or mappings, all of which count; or one file of them. */
    static void inspectWritten(Path folder, Findings findings) {
        if (Files.isRegularFile(folder)) {
            inspect(folder, WRITTEN, findings);
        }
        House.files(folder).forEach(file -> inspect(file, WRITTEN, findings));
    }

    /** Of a pack, below whose card others play with made-up ones. */
    static void inspectPack(Path pack, Findings findings) {
        for (var file : House.files(pack)) {
            inspect(file, House.folder(file).equals(pack) ? WRITTEN : ANYWHERE, findings);
        }
    }

    private static void inspect(Path file, List<Form> forms, Findings findings) {
        try {
            var text = Files.readString(file);
            for (var form : forms) {
                if (!text.contains(form.mark)) {
                    continue;
                }
                form.pattern
                        .matcher(text)
                        .results()
                        .forEach(found -> findings.add(place(file, text, found.start()), Rule.SECRET, form.name));
            }
        } catch (IOException e) {
            return; // no text: a picture, or told where it is read
        }
    }

    private static Place place(Path file, String text, int at) {
        var line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Place(file, line, at - text.lastIndexOf('\n', at - 1));
    }
}
