package vn.lienthong.hub.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Markdown file of the project. */
record Page(Path file) {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^( *)```.*?^\\1```");
    private static final Pattern FENCE = Pattern.compile("(?ms)^( *)```([a-z]*)\n(.*?)^\\1```");
    private static final Pattern NAMED = Pattern.compile("(?s)Save this as `([^`]+)`:\n```[a-z]*\n(.*?)```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    static Page of(String file) {
        return new Page(Path.of(file));
    }

    static List<Page> all() {
        var pages = Stream.of("docs", "mappings", "integration", "routes").flatMap(Page::below);
        return Stream.concat(Stream.of(of("README.md")), pages).toList();
    }

    private static Stream<Page> below(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean says(String code) {
        return text().contains("`" + code + "`");
    }

    /** Where it points to inside the project. */
    List<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    Path resolve(String link) {
        var path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    Set<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toSet());
    }

    /** As the usual viewers make it: lower case, no punctuation, hyphens for blanks. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /**
     * Shell commands that stand together.
     *
     * @param shown what the page shows as their output, empty where it shows none
     */
    record Shell(String commands, String shown) {}

    List<Shell> shells() {
        var fences = FENCE.matcher(text()).results().toList();
        var shells = new ArrayList<Shell>();
        for (var i = 0; i < fences.size(); i++) {
            if (fences.get(i).group(2).matches("sh|bash")) {
                var next = i + 1 < fences.size() ? fences.get(i + 1) : null;
                var shown = next != null && next.group(2).isEmpty() ? next.group(3) : "";
                shells.add(new Shell(fences.get(i).group(3).stripIndent(), shown));
            }
        }
        return shells;
    }

    /** Files that the reader is told to make, by name. */
    Map<String, String> files() {
        return NAMED.matcher(text()).results().collect(Collectors.toMap(file -> file.group(1), file -> file.group(2)));
    }

    private String prose() {
        return FENCED.matcher(text()).replaceAll("");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
