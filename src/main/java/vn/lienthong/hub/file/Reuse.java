package vn.lienthong.hub.file;

import org.jspecify.annotations.Nullable;

/**
 * That a file serves another dossier than the one it was filed in.
 *
 * @param officer for whom it was done, where one is named
 * @param purpose in the asker's words, or the kind of the entry that names the file
 * @param by client that says so
 */
record Reuse(
        String dossier,
        CitizenFiles.Place place,
        String purpose,
        @Nullable String officer,
        String by) {}
