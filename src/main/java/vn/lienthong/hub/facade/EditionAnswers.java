package vn.lienthong.hub.facade;

import java.io.InputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.edition.EditionFiles;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.edition.FilesRefused;
import vn.lienthong.hub.live.Unsound;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.Problem.FieldProblem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Says why an edition is not put live, and what runs on. */
@Component
final class EditionAnswers {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'of' dd/MM/yyyy");
    private static final int MOST = 200;

    private final Editions editions;

    EditionAnswers(Editions editions) {
        this.editions = editions;
    }

    EditionFiles read(InputStream zip) {
        try {
            return EditionFiles.unzip(zip);
        } catch (FilesRefused e) {
            throw new Refusal(Problem.of(ProblemCode.EDITION_FILES, String.valueOf(e.getMessage())));
        }
    }

    <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Editions.NotLive e) {
            throw new Refusal(
                    Problem.of(ProblemCode.EDITION_MOVED, "edition %d is live; plan again".formatted(e.live())));
        } catch (Unsound e) {
            throw new Refusal(Problem.of(ProblemCode.EDITION_UNSOUND, runsOn(), null, errors(e)));
        }
    }

    private String runsOn() {
        var running = editions.running();
        return editions.find(running)
                .map(edition -> "edition %d of %s runs on".formatted(running, TIME.format(edition.liveAt())))
                .orElse("everything runs on as it did");
    }

    private static List<FieldProblem> errors(Unsound unsound) {
        return unsound.mistakes().stream()
                .limit(MOST)
                .map(mistake -> new FieldProblem(null, null, "edition", mistake))
                .toList();
    }
}
