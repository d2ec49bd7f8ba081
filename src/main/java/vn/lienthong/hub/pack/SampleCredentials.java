package vn.lienthong.hub.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** For every {@code ${NAME}} among the credentials of cards a value, obviously fake. */
public final class SampleCredentials {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)\\}");

    private SampleCredentials() {}

    public static Map<String, String> of(Path integration) {
        try (var packs = Files.list(integration)) {
            var values = new TreeMap<String, String>();
            packs.forEach(
                    pack -> NAME.matcher(Example.card(pack).path("credentials").toString())
                            .results()
                            .map(found -> found.group(1))
                            .forEach(name -> values.put(name, value(name))));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String value(String name) {
        return "local-" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
