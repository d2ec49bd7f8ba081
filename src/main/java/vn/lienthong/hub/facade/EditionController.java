package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.edition.Change;
import vn.lienthong.hub.edition.Comparison;
import vn.lienthong.hub.edition.EditionFiles;
import vn.lienthong.hub.edition.EditionRecord;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.edition.Effect;
import vn.lienthong.hub.edition.KeyChange;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Plans, puts live and brings back editions of the hub's files. */
@RestController
final class EditionController {
    private static final String ZIP = "application/zip";
    /** Bytes. */
    private static final int LARGEST_ZIP = 32 << 20;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Requests requests;
    private final Editions editions;
    private final Systems systems;
    private final EditionAnswers answers;

    EditionController(Requests requests, Editions editions, Systems systems, EditionAnswers answers) {
        this.requests = requests;
        this.editions = editions;
        this.systems = systems;
        this.answers = answers;
    }

    /** @param running what the node runs that answers */
    record History(
            long running,
            List<EditionRecord> items,
            @Nullable Object next) {}

    /** @param waiting deliveries to the systems concerned that have not come to an end */
    record PlanView(
            long base,
            List<Change> files,
            List<KeyChange> cards,
            List<Effect> effects,
            List<String> concerns,
            List<Systems.Waiting> waiting,
            List<String> mistakes) {}

    record ComparisonView(List<Change> files, List<KeyChange> cards, List<Effect> effects, List<String> concerns) {
        static ComparisonView of(Comparison changes) {
            return new ComparisonView(changes.files(), changes.cards(), changes.effects(), changes.concerns());
        }
    }

    @GetMapping(path = Paths.EDITIONS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> history(HttpServletRequest request) {
        var query = requests.query("listEditions", request);
        var limit = Page.limit(query);
        var found = editions.before(query.path("after").asLong(Long.MAX_VALUE), limit + 1);
        var page = Page.of(found, limit, edition -> edition, EditionRecord::number);
        return Page.answer(
                new History(editions.running(), page.items(), page.next()), page.next(), Paths.EDITIONS, query);
    }

    @PostMapping(path = Paths.EDITION_PLAN, consumes = ZIP, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> plan(HttpServletRequest request) throws IOException {
        requests.query("planEdition", request);
        var files = files(request);
        return answers.refusing(() -> {
            var plan = editions.plan(files);
            var changes = plan.changes();
            return json(
                    HttpStatus.OK,
                    new PlanView(
                            plan.base(),
                            changes.files(),
                            changes.cards(),
                            changes.effects(),
                            changes.concerns(),
                            systems.waiting(changes.concerns()),
                            plan.mistakes()));
        });
    }

    @PostMapping(path = Paths.EDITIONS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> apply(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var query = requests.query("applyEdition", request);
        var base = query.get("base").asLong();
        var files = files(request);
        return answers.refusing(
                () -> live(base, editions.apply(base, query.get("why").asText(), files, caller)));
    }

    @PostMapping(path = Paths.EDITION_RESTORE, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> restore(
            @AuthenticationPrincipal Caller caller, @PathVariable String number, HttpServletRequest request)
            throws IOException {
        var body = requests.body("restoreEdition", request);
        var former = known(number);
        var base = body.get("base").asLong();
        return answers.refusing(
                () -> live(base, editions.restore(former, base, body.get("why").asText(), caller)));
    }

    private static ResponseEntity<byte[]> live(long base, EditionRecord edition) {
        return json(edition.number() == base ? HttpStatus.OK : HttpStatus.CREATED, edition);
    }

    @GetMapping(path = Paths.EDITION_CHANGES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> compare(@PathVariable String number, HttpServletRequest request) {
        var query = requests.query("compareEditions", request);
        var later = known(number);
        var earlier = query.has("since") ? known(query.get("since").asText()) : former(later);
        return json(HttpStatus.OK, ComparisonView.of(editions.compare(earlier, later)));
    }

    private static long former(long number) {
        return Math.max(1, number - 1);
    }

    @GetMapping(path = Paths.EDITION_FILES, produces = ZIP)
    ResponseEntity<byte[]> download(@PathVariable String number, HttpServletRequest request) {
        requests.query("getEditionFiles", request);
        var known = known(number);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"edition-" + known + ".zip\"")
                .body(editions.files(known).zip());
    }

    private EditionFiles files(HttpServletRequest request) throws IOException {
        if (!ZIP.equals(request.getContentType())) {
            throw new Refusal(ProblemCode.REQUEST_MEDIA_TYPE);
        }
        return answers.read(new ByteArrayInputStream(Requests.bytes(request, LARGEST_ZIP)));
    }

    private long known(String number) {
        if (!NUMBER.matcher(number).matches()
                || editions.find(Long.parseLong(number)).isEmpty()) {
            throw new Refusal(ProblemCode.EDITION_NOT_FOUND);
        }
        return Long.parseLong(number);
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status).contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
