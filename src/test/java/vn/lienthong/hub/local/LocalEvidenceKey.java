package vn.lienthong.hub.local;

import java.nio.file.Path;

/** The Ed25519 key with which the local run signs evidence, kept between runs so that old packages keep their key. */
public final class LocalEvidenceKey {
    private LocalEvidenceKey() {}

    /** The file with the key in the folder; made on the first run. */
    public static Path in(Path folder) {
        return LocalPem.in(folder.resolve("evidence-key.pem"), "Ed25519");
    }
}
