package vn.lienthong.hub.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.json.Json;

/**
 * One file by itself, whatever it is there for: JSON that can be read where it says so, and no secret, which everybody
 * could use who may read the file.
 */
final class FileInspection {
    private FileInspection() {}

    /** Of a route or a mapping, all of which is used as it is written. */
    static void inspectWritten(Path file, Findings findings) {
        inspect(file, Secrets.WRITTEN, findings);
    }

    /** Of a pack, below whose card others play with secrets that are made up. */
    static void inspectPack(Path pack, Path file, Findings findings) {
        inspect(file, House.folder(file).equals(pack) ? Secrets.WRITTEN : Secrets.ANYWHERE, findings);
    }

    private static void inspect(Path file, List<Secrets.Form> forms, Findings findings) {
        try {
            var bytes = Files.readAllBytes(file);
            if (file.toString().endsWith(".json")) {
                inspectJson(file, bytes, findings);
            }
            inspectSecrets(file, bytes, forms, findings);
        } catch (IOException e) {
            findings.add(file, Rule.FILE_UNREADABLE, e.getClass().getSimpleName());
        }
    }

    private static void inspectJson(Path file, byte[] bytes, Findings findings) {
        try {
            Json.parse(bytes);
        } catch (Json.UnreadableJson e) {
            findings.add(place(file, e), Rule.FILE_SYNTAX, String.valueOf(e.getMessage()));
        }
    }

    private static Place place(Path file, Json.UnreadableJson e) {
        return e.getCause() instanceof JsonProcessingException broken && broken.getLocation() != null
                ? new Place(
                        file,
                        Math.max(1, broken.getLocation().getLineNr()),
                        Math.max(1, broken.getLocation().getColumnNr()))
                : Place.start(file);
    }

    private static void inspectSecrets(Path file, byte[] bytes, List<Secrets.Form> forms, Findings findings) {
        try {
            var text = Json.decoded(bytes);
            for (var form : forms) {
                if (form.mayBeIn(text)) {
                    form.pattern()
                            .matcher(text)
                            .results()
                            .forEach(found -> findings.add(place(file, text, found.start()), Rule.SECRET, form.name()));
                }
            }
        } catch (CharacterCodingException e) {
            return; // no text: a picture, or told where it is read
        }
    }

    private static Place place(Path file, String text, int at) {
        var line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Place(file, line, at - text.lastIndexOf('\n', at - 1));
    }
}
