package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A registration that tells once more of a dossier that is finished: the same matter of the same applicant at the same
 * office, said to begin after it had ended. Systems that synchronise send such; it is kept, and starts nothing. Anything
 * else under a known code is another dossier, and refused.
 */
final class BegunAgain {
    private BegunAgain() {}

    /** @param latest as far ahead as a caller's clock may run */
    static boolean is(Draft draft, Standing before, Instant latest) {
        var read = draft.registered();
        var finishedAt = before.state().finishedAt();
        return read != null
                && finishedAt != null
                && !read.receivedAt().isBefore(finishedAt)
                && !read.receivedAt().toInstant().isAfter(latest)
                && draft.submission().caller().scope().covers(before.province(), before.commune())
                && read.procedure().code().equals(before.procedure())
                && read.unit().province().equals(before.province())
                && read.unit().commune().equals(before.commune());
    }

    /** Whether both registrations are of one person: by the number where the first has one, else by the name. */
    static boolean sameApplicant(Optional<? extends JsonNode> first, Draft again) {
        return first.map(registration -> registration.path("applicant"))
                .filter(applicant -> same(applicant, again.submission().body().path("applicant")))
                .isPresent();
    }

    private static boolean same(JsonNode first, JsonNode again) {
        var decisive = first.hasNonNull("idNumber") ? "idNumber" : "name";
        return first.path("kind").equals(again.path("kind"))
                && first.path(decisive).equals(again.path(decisive));
    }
}
