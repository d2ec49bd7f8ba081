package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/**
 * Keeps files as claim checks. Whether a caller may see the dossier that a file is filed in, or is to be reused for, is
 * decided before; whatever is refused is refused as {@link vn.lienthong.hub.problem.Refusal}.
 */
public interface CitizenFiles {
    /** Reads a file to its end and keeps it; the same file filed again is the one that there is. */
    Filed file(Filing filing, InputStream bytes) throws IOException;

    /** @param first whether it was not there before */
    record Filed(CitizenFile file, boolean first) {}

    /** A clean file that is filed in, or reused for, a dossier of the caller's units. */
    CitizenFile readable(UUID id, Caller caller);

    /** Its bytes, from one place on. That they were read is durable before the first of them leaves. */
    void read(CitizenFile file, long from, long length, Caller caller, OutputStream out) throws IOException;

    /** What is filed in the dossier, and what is reused for it. */
    List<CitizenFile> of(String dossier);

    /** What there is of one person, so that it need not be asked for again. */
    List<CitizenFile> held(Asked asked, Caller caller);

    /** Notes that a file serves another dossier, from where it can be read from then on. */
    CitizenFile reuse(UUID id, Asked asked, Place place, Caller caller);

    /**
     * A question about somebody's papers.
     *
     * @param owner number of the person whose papers they are
     * @param kind only of this kind; any when null
     * @param dossier for which dossier
     */
    record Asked(
            String owner,
            @Nullable String kind,
            String dossier,
            @Nullable String officer,
            String purpose) {}

    /** The unit of a dossier. */
    record Place(String province, String commune) {}
}
