package vn.lienthong.hub.reconciliation;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;

/**
 * One thing found by comparing.
 *
 * @param dossier the code as the system writes it
 * @param field empty where the dossier as a whole is meant
 * @param minutes of times, theirs after ours in working minutes
 */
record Difference(
        String dossier,
        Kind kind,
        String field,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable Long minutes,
        String reason,
        Remedy remedy) {

    static Difference ofDossier(
            String dossier, Kind kind, @Nullable String ours, @Nullable String theirs, String reason, Remedy remedy) {
        return new Difference(dossier, kind, "", ours, theirs, null, reason, remedy);
    }
}
