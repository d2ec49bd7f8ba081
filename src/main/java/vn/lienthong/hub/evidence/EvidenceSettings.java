package vn.lienthong.hub.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param key file with the Ed25519 private key (PKCS #8, PEM) that evidence is signed with; null: none is made */
@ConfigurationProperties("hub.evidence")
record EvidenceSettings(@Nullable Path key) {
    /** A variable that is set to nothing names no file. */
    EvidenceSettings {
        key = key == null || key.toString().isBlank() ? null : key;
    }
}
