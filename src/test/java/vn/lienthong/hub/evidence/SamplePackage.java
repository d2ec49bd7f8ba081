package vn.lienthong.hub.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import vn.lienthong.hub.local.LocalEvidenceKey;

/**
 * A small package and the key it is signed with, for tests of those who only read packages.
 *
 * @param publicKey PEM
 */
public record SamplePackage(byte[] bytes, String publicKey, String keyId) {
    /** @param folder where the key is kept */
    public static SamplePackage in(Path folder) {
        var key = SigningKey.in(LocalEvidenceKey.in(folder));
        var out = new ByteArrayOutputStream();
        try {
            var packing = new Packing(out, key);
            packing.add("evidence.html", "<p>mẫu</p>".getBytes(UTF_8));
            packing.add("evidence.json", "{\"mau\":true}".getBytes(UTF_8));
            packing.seal(OffsetDateTime.parse("2025-10-01T08:00:00+07:00"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SamplePackage(out.toByteArray(), Keys.pem(key.publicKey()), Keys.id(key.publicKey()));
    }
}
