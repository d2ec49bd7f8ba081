package vn.lienthong.hub.local;

import java.nio.file.Path;

/** The RSA key with which the local run signs who signed in. */
public final class LocalAssertionKey {
    private LocalAssertionKey() {}

    /** The file with the key in the folder; made on the first run. */
    public static Path in(Path folder) {
        return LocalPem.in(folder.resolve("assertion-key.pem"), "RSA");
    }
}
