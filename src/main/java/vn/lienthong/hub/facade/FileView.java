package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.file.CitizenFile;

/** A file as the contract shows it. */
record FileView(
        UUID id,
        String dossier,
        String kind,
        String purpose,
        String state,
        String mediaType,
        long size,
        String sha256,
        OffsetDateTime filedAt,
        @Nullable Boolean reused) {
    static FileView of(CitizenFile file) {
        return new FileView(
                file.id(),
                file.dossier(),
                file.kind(),
                file.purpose(),
                file.state().word(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                file.filedAt(),
                file.reused() ? true : null);
    }
}
