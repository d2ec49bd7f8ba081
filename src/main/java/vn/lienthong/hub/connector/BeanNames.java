package vn.lienthong.hub.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The beans of the hub that routes name. */
final class BeanNames {
    private static final Pattern NAME = Pattern.compile("(?:bean:|ref: *)([A-Za-z]+)");

    private BeanNames() {}

    static Set<String> in(Path routes) {
        var names = new TreeSet<String>();
        try (var files = Files.walk(routes)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
