package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * A decision that a dossier was received at another time than the one-stop system said. Nothing else moves a reception.
 *
 * @param reason one of the contract's closed list
 * @param number of the document that decided it
 * @param signedOn the day on which it was signed
 */
record Correction(String reason, OffsetDateTime receivedAt, String number, LocalDate signedOn) {
    /** The applicant of a refused dossier handed it in again, under the same code: its time begins anew. */
    private static final String RESUBMITTED = "resubmitted-after-refusal";

    private static final String RECEIVED_AT = "/receivedAt";

    static Correction of(JsonNode body) {
        var document = body.at("/correction/document");
        return new Correction(
                body.at("/correction/reason").asText(),
                OffsetDateTime.parse(body.path("receivedAt").asText()),
                document.path("number").asText(),
                LocalDate.parse(document.path("date").asText()));
    }

    private boolean isResubmission() {
        return reason.equals(RESUBMITTED);
    }

    /** For the audit; nothing in it is of a citizen. */
    String inWords(OffsetDateTime before) {
        return "%s -> %s, %s of %s"
                .formatted(
                        Times.text(Times.inOffice(before.toInstant())),
                        Times.text(Times.inOffice(receivedAt.toInstant())),
                        number,
                        signedOn);
    }

    /**
     * @param firstEventAt when the first thing happened to the dossier after it had been received
     * @throws SubmissionRefused when the story of the dossier has no place for it
     */
    void refuseImpossible(
            Standing before,
            OffsetDateTime decidedAt,
            @Nullable OffsetDateTime firstEventAt,
            Instant now,
            Duration skew) {
        var onDay = decidedAt.atZoneSameInstant(Times.ZONE).toLocalDate();
        if (receivedAt.isAfter(decidedAt) || receivedAt.toInstant().isAfter(now.plus(skew))) {
            throw new SubmissionRefused("entry.in-the-future", 422, "receivedAt is after it was decided", RECEIVED_AT);
        }
        if (signedOn.isAfter(onDay)) {
            throw new SubmissionRefused(
                    "entry.in-the-future",
                    422,
                    "the document was signed after it was decided",
                    "/correction/document/date");
        }
        if (receivedAt.isEqual(before.receivedAt())) {
            throw new SubmissionRefused("entry.out-of-order", 409, "that is the reception already", RECEIVED_AT);
        }
        if (isResubmission()) {
            refuseUnlessRefused(before);
        } else if (firstEventAt != null && receivedAt.isAfter(firstEventAt)) {
            throw new SubmissionRefused(
                    "entry.out-of-order", 409, "something had happened to the dossier before that", RECEIVED_AT);
        }
    }

    private void refuseUnlessRefused(Standing before) {
        if (before.state().status() != DossierStatus.REFUSED) {
            throw new SubmissionRefused("entry.out-of-order", 409, "the dossier was not refused", "/correction/reason");
        }
        if (receivedAt.isBefore(before.state().statusAt())) {
            throw new SubmissionRefused("entry.out-of-order", 409, "the dossier was refused after that", RECEIVED_AT);
        }
    }

    DossierState onto(DossierState state) {
        return isResubmission() ? state.resubmitted(Times.inOffice(receivedAt.toInstant())) : state;
    }
}
