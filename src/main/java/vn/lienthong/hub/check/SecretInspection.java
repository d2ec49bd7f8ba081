package vn.lienthong.hub.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.hub.catalog.Place;

/** Secrets that stand in a file, where everybody who may read the file may use them. */
final class SecretInspection {
    private SecretInspection() {}

    /** Of routes or mappings, all of which count; or one file of them. */
    static void inspectWritten(Path folder, Findings findings) {
        if (Files.isRegularFile(folder)) {
            inspect(folder, Secrets.WRITTEN, findings);
        }
        House.files(folder).forEach(file -> inspect(file, Secrets.WRITTEN, findings));
    }

    /** Of a pack, below whose card others play with made-up ones. */
    static void inspectPack(Path pack, Findings findings) {
        for (var file : House.files(pack)) {
            inspect(file, House.folder(file).equals(pack) ? Secrets.WRITTEN : Secrets.ANYWHERE, findings);
        }
    }

    private static void inspect(Path file, List<Secrets.Form> forms, Findings findings) {
        try {
            var text = Files.readString(file);
            for (var form : forms) {
                if (!form.mayBeIn(text)) {
                    continue;
                }
                form.pattern()
                        .matcher(text)
                        .results()
                        .forEach(found -> findings.add(place(file, text, found.start()), Rule.SECRET, form.name()));
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
