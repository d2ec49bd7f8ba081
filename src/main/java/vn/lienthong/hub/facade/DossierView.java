package vn.lienthong.hub.facade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.delivery.Leg;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.security.Discretion;

/** Where a dossier is, as the contract shows it. The applicant's data stays inside. */
record DossierView(
        String code,
        String procedure,
        String channel,
        Unit unit,
        String status,
        DossierTimes times,
        DeadlineView deadline,
        int lastSeq,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NoteView> notes,
        List<LegView> legs) {

    record Unit(String province, String commune) {}

    record DossierTimes(
            OffsetDateTime receivedAt,
            @Nullable String clockOrigin,
            OffsetDateTime recordedAt,
            OffsetDateTime statusAt,
            @Nullable OffsetDateTime finishedAt,
            @Nullable OffsetDateTime returnedAt) {}

    record NoteView(
            String system,
            String subject,
            @Nullable String reference,
            @Nullable String code,
            String text,
            @Nullable String place,
            OffsetDateTime at) {
        static NoteView of(DossierState.Note note) {
            return new NoteView(
                    note.system(),
                    note.subject(),
                    note.reference(),
                    note.code(),
                    note.text(),
                    note.place(),
                    Times.inOffice(note.at().toInstant()));
        }
    }

    record AdviceView(String id, String means, String turn, String todo) {
        static AdviceView of(Advice advice) {
            return new AdviceView(advice.id(), advice.means(), advice.turn().word(), advice.todo());
        }
    }

    record LegView(
            String system,
            String title,
            @Nullable String operation,
            String state,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable String waitingOn,
            @Nullable String lastAnswer,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable JsonNode storedTimes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> precision,
            @Nullable AdviceView advice) {
        static LegView of(Leg leg) {
            return new LegView(
                    leg.system(),
                    leg.title(),
                    leg.operation(),
                    leg.state(),
                    leg.attempts(),
                    office(leg.nextAttemptAt()),
                    leg.waitingOn(),
                    Discretion.withoutIds(leg.lastAnswer()),
                    office(leg.sentAt()),
                    office(leg.acknowledgedAt()),
                    leg.storedTimes(),
                    leg.precision(),
                    leg.advice() == null ? null : AdviceView.of(leg.advice()));
        }
    }

    static DossierView of(Dossier dossier, DeadlineView deadline, List<Leg> legs) {
        return new DossierView(
                dossier.code(),
                dossier.procedure(),
                dossier.channel(),
                new Unit(dossier.province(), dossier.commune()),
                dossier.status().word(),
                times(dossier),
                deadline,
                dossier.lastSeq(),
                dossier.state().notes().stream().map(NoteView::of).toList(),
                legs.stream().map(LegView::of).toList());
    }

    /** The same as long as there is no news. */
    DossierView atRest() {
        return new DossierView(code, procedure, channel, unit, status, times, deadline.atRest(), lastSeq, notes, legs);
    }

    private static DossierTimes times(Dossier dossier) {
        var state = dossier.state();
        return new DossierTimes(
                Times.inOffice(dossier.receivedAt().toInstant()),
                dossier.clockOrigin(),
                Times.inOffice(dossier.recordedAt().toInstant()),
                Times.inOffice(state.statusAt().toInstant()),
                office(state.finishedAt()),
                office(state.returnedAt()));
    }

    private static @Nullable OffsetDateTime office(@Nullable OffsetDateTime time) {
        return time == null ? null : Times.inOffice(time.toInstant());
    }
}
