package vn.lienthong.hub.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Roles;

/**
 * A submission made ready outside the transaction: read, hashed, and a registration checked against the code lists.
 *
 * @param registered for registrations only
 * @param objection to what it refers to outside the ledger; it does not concern a repeat, which changes nothing
 */
record Draft(
        Submission submission,
        String body,
        byte[] fingerprint,
        OffsetDateTime occurredAt,
        Reception.@Nullable Registered registered,
        @Nullable SubmissionRefused objection) {

    static Draft of(Submission submission, Reception reception, List<SubmissionCheck> checks) {
        refuseCorrectionByOthers(submission);
        refuseNoteByOthers(submission);
        var body = Json.canonical(submission.body());
        var registered = submission.kind() == EntryKind.REGISTERED ? reception.read(submission.body()) : null;
        var occurredAt = registered == null
                ? OffsetDateTime.parse(submission.body().path("occurredAt").asText())
                : registered.receivedAt();
        return new Draft(
                submission,
                new String(body, java.nio.charset.StandardCharsets.UTF_8),
                fingerprint(submission.dossier(), submission.kind().word(), body),
                occurredAt,
                registered,
                objection(submission, checks));
    }

    private static @Nullable SubmissionRefused objection(Submission submission, List<SubmissionCheck> checks) {
        try {
            checks.forEach(check -> check.check(submission));
            return null;
        } catch (SubmissionRefused e) {
            return e;
        }
    }

    /**
     * Who reports receptions may not move them: a correction is entered by those who answer for the dossiers of all
     * systems, with the document in their hands.
     */
    private static void refuseCorrectionByOthers(Submission submission) {
        if (submission.kind() == EntryKind.RECEPTION_CORRECTED
                && !submission.caller().roles().contains(Roles.OPS)) {
            throw new SubmissionRefused(
                    "caller.forbidden", 403, "only operators enter a corrected reception", "/event");
        }
    }

    /** Who answers for the dossier reports what happens to it; systems beside it have nothing but notes. */
    private static void refuseNoteByOthers(Submission submission) {
        if (submission.kind() == EntryKind.NOTED && !submission.caller().roles().contains(Roles.SYSTEM)) {
            throw new SubmissionRefused("caller.forbidden", 403, "only connected systems note something", "/event");
        }
    }

    boolean correctsReception() {
        return submission.kind() == EntryKind.RECEPTION_CORRECTED;
    }

    static byte[] fingerprint(String dossier, String kind, byte[] body) {
        var head = (dossier + '\n' + kind + '\n').getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return Json.sha256(all);
    }

    /** The one system that is meant, where the entry names one; everything else is for all who must know. */
    @Nullable
    String addressee() {
        return submission.kind().isAddressed()
                ? submission.body().path("system").textValue()
                : null;
    }

    /**
     * The dossier after this entry.
     *
     * @throws SubmissionRefused when it cannot be one
     */
    Standing onto(@Nullable Standing before, Instant now, Duration skew) {
        if (objection != null) {
            throw objection;
        }
        return registered == null ? report(before, now, skew) : open(registered, before, now, skew);
    }

    private Standing open(Reception.Registered read, @Nullable Standing before, Instant now, Duration skew) {
        if (before != null) {
            throw new SubmissionRefused(
                    "dossier.already-registered", 409, "this code is registered with other content", "/code");
        }
        if (!covers(read.unit().province(), read.unit().commune())) {
            throw new SubmissionRefused(
                    "caller.out-of-scope", 403, "the unit is outside the scope of the caller", "/unit");
        }
        if (read.receivedAt().toInstant().isAfter(now.plus(skew))) {
            throw new SubmissionRefused("entry.in-the-future", 422, "receivedAt is in the future", "/receivedAt");
        }
        return new Standing(
                submission.dossier(),
                read.unit().province(),
                read.unit().commune(),
                read.procedure().code(),
                read.procedure().field(),
                read.channel(),
                read.receivedAt(),
                1,
                DossierState.received(Times.inOffice(read.receivedAt().toInstant())));
    }

    private Standing report(@Nullable Standing before, Instant now, Duration skew) {
        if (before == null || !covers(before.province(), before.commune())) {
            throw new SubmissionRefused("dossier.not-found", 404, "no such dossier; register it first", null);
        }
        refuseMovedReception(before);
        before.refuseImpossible(submission.kind(), occurredAt, now, skew);
        before.refusePaidTwice(submission.body().path("fee").path(DossierState.PLACE));
        return before.after(submission.kind(), occurredAt, submission.body());
    }

    /** An upstream system may repeat the reception it once reported, and no other. Moments are read in whole seconds. */
    private void refuseMovedReception(Standing before) {
        var echo = submission.body().path("receivedAt");
        if (!correctsReception()
                && echo.isTextual()
                && OffsetDateTime.parse(echo.asText()).toEpochSecond()
                        != before.receivedAt().toEpochSecond()) {
            throw new SubmissionRefused(
                    "entry.moves-reception", 422, "receivedAt is not the reception of the dossier", "/receivedAt");
        }
    }

    /** A receipt of before tells that the dossier exists: also a repeat is for those who may know. */
    void refuseOutOfScope(@Nullable Standing dossier) {
        if (dossier != null && !covers(dossier.province(), dossier.commune())) {
            throw new SubmissionRefused("dossier.not-found", 404, "no such dossier; register it first", null);
        }
    }

    private boolean covers(String province, String commune) {
        return submission.caller().scope().covers(province, commune);
    }
}
