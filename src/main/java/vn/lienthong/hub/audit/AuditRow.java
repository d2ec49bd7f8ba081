package vn.lienthong.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * One act. It names the caller and the officer, never what was read.
 *
 * @param action {@code <package>.<verb>}
 * @param officer a keyed hash or an account of the person for whom it was done
 * @param purpose why personal data was asked for, in the asker's words
 */
public record AuditRow(
        String actor,
        String action,
        @Nullable String dossier,
        @Nullable String officer,
        @Nullable String purpose,
        @Nullable String detail) {

    public static AuditRow of(String actor, String action, String dossier) {
        return new AuditRow(actor, action, dossier, null, null, null);
    }
}
