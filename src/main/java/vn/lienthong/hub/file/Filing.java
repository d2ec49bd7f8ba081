package vn.lienthong.hub.file;

import org.jspecify.annotations.Nullable;

/**
 * What comes with a file.
 *
 * @param caller client that sends it
 * @param owner number of the person whose paper it is; kept as a keyed hash only
 * @param declaredSize bytes; -1 when the sender does not say
 * @param declaredSha256 what the sender says its bytes are; null when it does not say
 */
public record Filing(
        String caller,
        String dossier,
        CitizenFiles.Place place,
        String kind,
        String purpose,
        String owner,
        long declaredSize,
        byte @Nullable [] declaredSha256) {}
