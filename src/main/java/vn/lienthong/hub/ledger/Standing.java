package vn.lienthong.hub.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** As much of a dossier as is needed to judge its next entry. */
record Standing(
        String code,
        String province,
        String commune,
        String procedure,
        String field,
        String channel,
        OffsetDateTime receivedAt,
        int lastSeq,
        DossierState state) {

    Standing after(EntryKind kind, OffsetDateTime at, com.fasterxml.jackson.databind.JsonNode body) {
        return new Standing(
                code,
                province,
                commune,
                procedure,
                field,
                channel,
                receivedAt,
                lastSeq + 1,
                state.after(kind, at, body));
    }

    /** With another reception, because a decision moved it. */
    Standing received(OffsetDateTime at, DossierState then) {
        return new Standing(code, province, commune, procedure, field, channel, at, lastSeq, then);
    }

    /** With one more entry, from which nothing follows. */
    Standing noted() {
        return new Standing(code, province, commune, procedure, field, channel, receivedAt, lastSeq + 1, state);
    }

    /** @throws SubmissionRefused when one certain fee is said to be paid, and was */
    void refusePaidTwice(com.fasterxml.jackson.databind.JsonNode place) {
        if (place.isInt() && !state.owes(place.asInt())) {
            throw new SubmissionRefused("entry.out-of-order", 409, "that fee is paid already", "/fee");
        }
    }

    /** What may still be told of a dossier that has ended, because it changes nothing of how it ended. */
    private static boolean isForTheRecord(EntryKind kind) {
        return switch (kind) {
            case STEP,
                    RECEPTION_CORRECTED,
                    CORRECTION,
                    NOTED,
                    PART_STARTED,
                    PART_DONE,
                    PART_REFUSED,
                    PART_UNDONE,
                    JOURNEY_STOPPED -> true;
            default -> false;
        };
    }

    /** @throws SubmissionRefused when the story of the dossier has no place for the event */
    void refuseImpossible(EntryKind kind, OffsetDateTime at, Instant now, Duration skew) {
        if (at.isBefore(receivedAt)) {
            throw new SubmissionRefused(
                    "entry.before-reception", 422, "occurredAt is before the dossier was received", "/occurredAt");
        }
        if (at.toInstant().isAfter(now.plus(skew))) {
            throw new SubmissionRefused("entry.in-the-future", 422, "occurredAt is in the future", "/occurredAt");
        }
        if (state.status().isEnd() && !at.isBefore(state.statusAt()) && !isForTheRecord(kind)) {
            throw new SubmissionRefused(
                    "dossier.finished",
                    409,
                    "the dossier ended (" + state.status().word() + ") before this event",
                    "/event");
        }
        if (kind == EntryKind.SUPPLEMENT_SUPPLIED && !state.awaitsSupplement()) {
            throw new SubmissionRefused("entry.out-of-order", 409, "no supplement is being waited for", "/event");
        }
        if (kind == EntryKind.SUPPLEMENT_ASKED && state.awaitsSupplement()) {
            throw new SubmissionRefused(
                    "entry.out-of-order", 409, "a supplement is already being waited for", "/event");
        }
    }
}
