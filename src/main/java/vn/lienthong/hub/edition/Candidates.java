package vn.lienthong.hub.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.check.Check;
import vn.lienthong.hub.check.Severity;
import vn.lienthong.hub.live.Edition;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.live.Unsound;

/** Reads files that came from elsewhere as an edition, from a folder of its own that goes when the edition does. */
@Component
final class Candidates {
    private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

    /**
     * What somebody wants to put live: beyond what a hub needs to run by it, its examples must come out as they say.
     *
     * @throws Unsound with every mistake, by the paths that the files have in the edition
     */
    Edition checked(EditionFiles files, Live live) {
        return read(files, live, Candidates::refuseMistakes);
    }

    /** @throws Unsound with everything that keeps this node from running by them */
    Edition read(EditionFiles files, Live live) {
        return read(files, live, tree -> {});
    }

    private static void refuseMistakes(Tree tree) {
        var mistakes = Check.of(tree).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.line(Locale.ENGLISH))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new Unsound(mistakes);
        }
    }

    private static Edition read(EditionFiles files, Live live, Consumer<Tree> first) {
        var folder = folder();
        try {
            files.unpack(folder);
            first.accept(Tree.in(folder));
            return live.read(Tree.in(folder), () -> delete(folder));
        } catch (Unsound e) {
            delete(folder);
            throw new Unsound(e.mistakes().stream()
                    .map(mistake -> mistake.replace(folder + "/", ""))
                    .toList());
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("edition-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", folder, e.getMessage());
        }
    }
}
