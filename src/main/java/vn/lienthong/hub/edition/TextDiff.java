package vn.lienthong.hub.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.check.Secrets;

/**
 * What differs inside files, as unified diffs: without secrets, and no more of it than a person reads. Takes one file
 * after the other; what one has used up, the next ones lack.
 */
final class TextDiff {
    private static final int MOST_OF_ONE = 200;
    private static final int MOST = 2_000;
    /** Lines; comparing takes time and memory with the square of what differs. */
    private static final int LONGEST = 2_000;

    private static final int WIDEST = 240;
    private static final int SEARCHED = 4 * WIDEST;
    private static final int AROUND = 3;

    private int left = MOST;

    /** @param path of the file, with which both sides are headed */
    String of(String path, byte @Nullable [] before, byte @Nullable [] after) {
        var old = text(before);
        var fresh = text(after);
        if (old.lines().count() > LONGEST || fresh.lines().count() > LONGEST) {
            return "%,d lines, %,d before: too many to compare here"
                    .formatted(fresh.lines().count(), old.lines().count());
        }
        var lines = lines(path, old);
        var patch = DiffUtils.diff(lines, lines(path, fresh));
        return bounded(UnifiedDiffUtils.generateUnifiedDiff(path, path, lines, patch, AROUND));
    }

    private static String text(byte @Nullable [] content) {
        return content == null ? "" : new String(content, UTF_8);
    }

    /** Cut only so far that a secret which begins in what is shown is still known as one. */
    private static List<String> lines(String path, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        var cut = Credentials.hidden(path, text).lines().map(line -> cut(line, SEARCHED));
        return Secrets.hidden(cut.collect(Collectors.joining("\n"))).lines().toList();
    }

    private String bounded(List<String> diff) {
        var shown = Math.min(Math.min(diff.size(), MOST_OF_ONE), left);
        left -= shown;
        var text = diff.stream().limit(shown).map(line -> cut(line, WIDEST)).collect(Collectors.joining("\n"));
        return shown == diff.size() ? text : text + "\n… %,d more lines".formatted(diff.size() - shown);
    }

    private static String cut(String line, int length) {
        return line.length() > length ? line.substring(0, length) + "…" : line;
    }
}
