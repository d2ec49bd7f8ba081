package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.file.CitizenFiles;
import vn.lienthong.hub.file.Filing;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/**
 * Papers that come inside what a system tells: filed in the dossier before the entry that names them, which never holds
 * their bytes. Filed again they are the ones that there are.
 */
@Component
class Enclosures {
    /** The word by which a card allows a system to enclose papers. */
    static final String ALLOWED = "paper";

    private static final String PAPERS = "papers";
    private static final String BYTES = "base64";
    private static final String DIGEST = "sha256";
    private static final int OWN_FAULT = 500;
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");
    private static final Pattern PERSON = Pattern.compile("[0-9]{12}|[0-9]{9}");

    private final Ledger ledger;
    private final CitizenFiles files;

    Enclosures(Ledger ledger, CitizenFiles files) {
        this.ledger = ledger;
        this.files = files;
    }

    static boolean any(JsonNode data) {
        return data.path(PAPERS).valueStream().anyMatch(paper -> paper.has(BYTES));
    }

    /**
     * The same with the ids of the filed papers in place of their bytes.
     *
     * @throws SubmissionRefused when a paper can never be filed
     * @throws UncheckedIOException when it cannot be filed now
     */
    JsonNode filed(Observation one, EntryKind kind) {
        var dossier = ledger.find(String.valueOf(one.dossier()))
                .orElseThrow(() ->
                        new SubmissionRefused("dossier.not-found", 404, "no such dossier; register it first", null));
        var data = (ObjectNode) one.data().deepCopy();
        for (var paper : data.path(PAPERS)) {
            if (paper.has(BYTES) && paper instanceof ObjectNode enclosed) {
                file(enclosed, dossier, Caller.ofSystem(one.system().id()).client(), purpose(kind));
            }
        }
        return data;
    }

    private void file(ObjectNode paper, Dossier dossier, String caller, String purpose) {
        var bytes = bytes(paper.remove(BYTES));
        var digest = paper.remove(DIGEST);
        var filing = new Filing(
                caller,
                dossier.code(),
                new CitizenFiles.Place(dossier.province(), dossier.commune()),
                kind(paper),
                purpose,
                owner(dossier),
                bytes.length,
                digest == null ? null : bytes(digest));
        try {
            var filed = files.file(filing, new ByteArrayInputStream(bytes));
            paper.put("file", filed.file().id().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal e) {
            throw refused(e);
        }
    }

    /** Blanks break lines in XML; whatever else does not belong there is no way to write those bytes. */
    private static byte[] bytes(@Nullable JsonNode base64) {
        try {
            var text = base64 == null ? "" : base64.asText();
            return Base64.getDecoder().decode(text.replaceAll("\\s+", "").getBytes(US_ASCII));
        } catch (IllegalArgumentException e) {
            throw invalid("an enclosed paper is not Base64");
        }
    }

    private static String kind(JsonNode paper) {
        var kind = paper.path("code").asText();
        if (!KIND.matcher(kind).matches()) {
            throw invalid("an enclosed paper has no code that files can have");
        }
        return kind;
    }

    /** A paper is the applicant's; where the applicant has no number, nobody finds it by one. */
    private static String owner(Dossier dossier) {
        var number = dossier.body().at("/applicant/idNumber").asText();
        return PERSON.matcher(number).matches() ? number : dossier.code();
    }

    private static String purpose(EntryKind kind) {
        return switch (kind) {
            case SUPPLEMENT_SUPPLIED -> "supplement";
            case RESULT_SIGNED, RESULT_RETURNED, PART_DONE -> "result";
            default -> "paper";
        };
    }

    private static SubmissionRefused invalid(String detail) {
        return new SubmissionRefused(ProblemCode.REQUEST_INVALID.code(), 422, detail, "/" + PAPERS);
    }

    /** What the hub itself cannot do now is no fault of the message. */
    private static RuntimeException refused(Refusal e) {
        return e.problem().status() >= OWN_FAULT
                ? new UncheckedIOException(new IOException("a file cannot be kept now"))
                : new SubmissionRefused(
                        e.problem().code(), e.problem().status(), "an enclosed paper cannot be filed", "/" + PAPERS);
    }
}
