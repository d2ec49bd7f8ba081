package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;

/** A dossier in a list. */
record DossierLine(
        String code,
        String procedure,
        String channel,
        DossierView.Unit unit,
        String status,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime dueAt,
        OffsetDateTime recordedAt) {
    static DossierLine of(Dossier dossier, DeadlineView deadline) {
        return new DossierLine(
                dossier.code(),
                dossier.procedure(),
                dossier.channel(),
                new DossierView.Unit(dossier.province(), dossier.commune()),
                dossier.status().word(),
                Times.inOffice(dossier.receivedAt().toInstant()),
                deadline.dueAt(),
                Times.inOffice(dossier.recordedAt().toInstant()));
    }
}
