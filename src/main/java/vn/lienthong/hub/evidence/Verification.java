package vn.lienthong.hub.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * Says whether a package is as its hub signed it. Needs the file and nothing else; with the key that the office published
 * it also says whose package it is.
 */
public final class Verification {
    private final Path file;
    private final @Nullable PublicKey expected;
    private final List<String> faults = new ArrayList<>();
    private boolean signed;

    private Verification(Path file, @Nullable PublicKey expected) {
        this.file = file;
        this.expected = expected;
    }

    /**
     * What was found out.
     *
     * @param faults in Vietnamese, what is wrong and where; empty for a package that is as it was signed
     * @param keyId SHA-256 of the key that it was verified with; empty when there was none
     * @param createdAt when it was made, as the manifest says; empty when that is not readable
     * @param keyCompared whether the key was given by the one who asks; else it is the package's own word
     */
    public record Result(List<String> faults, String keyId, String createdAt, int files, boolean keyCompared) {
        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /**
     * Verifies a file, reading it once.
     *
     * @param key the key to expect; null: the one in the package
     */
    public static Result of(Path file, @Nullable PublicKey key) throws IOException {
        return new Verification(file, key).run();
    }

    private Result run() throws IOException {
        var unpacked = unpack();
        var key = key(unpacked);
        var manifest = manifest(unpacked, key);
        // a list that nobody signed tells nothing about the files
        if (manifest != null && signed) {
            faults.addAll(Contents.differences(manifest, unpacked.lines()));
        }
        return new Result(
                List.copyOf(faults),
                key == null ? "" : Keys.id(key),
                manifest == null ? "" : Times.text(manifest.createdAt()),
                unpacked.lines().size(),
                expected != null);
    }

    private Unpacking unpack() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var unpacking = new Unpacking(in, Files.size(file));
            faults.addAll(unpacking.run());
            return unpacking;
        }
    }

    private @Nullable PublicKey key(Unpacking unpacked) {
        var own = unpacked.kept(Manifest.KEY);
        if (expected != null) {
            if (own == null || !Keys.pem(expected).equals(new String(own, StandardCharsets.US_ASCII))) {
                faults.add("Khóa công khai trong gói KHÁC khóa đã cho: gói không do trục có khóa đó lập.");
            }
            return expected;
        }
        try {
            return own == null ? null : Keys.read(new String(own, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Manifest manifest(Unpacking unpacked, @Nullable PublicKey key) {
        var bytes = unpacked.kept(Manifest.NAME);
        var signature = unpacked.kept(Manifest.SIGNATURE);
        if (bytes == null || signature == null) {
            faults.add("Gói thiếu tệp %s hoặc %s: không kiểm tra được chữ ký."
                    .formatted(Manifest.NAME, Manifest.SIGNATURE));
            return null;
        }
        if (key == null) {
            faults.add(
                    "Gói không có khóa công khai đọc được (%s): không kiểm tra được chữ ký.".formatted(Manifest.KEY));
            return read(bytes, null);
        }
        signed = Keys.signed(key, bytes, signature);
        if (!signed) {
            faults.add("Chữ ký KHÔNG đúng: tệp %s hoặc %s đã bị sửa, hoặc gói được ký bằng khóa khác."
                    .formatted(Manifest.NAME, Manifest.SIGNATURE));
        }
        return read(bytes, key);
    }

    private @Nullable Manifest read(byte[] bytes, @Nullable PublicKey key) {
        try {
            var manifest = Manifest.read(bytes);
            if (key != null && !manifest.keyId().equals(Keys.id(key))) {
                faults.add("Tệp %s ghi một khóa khác khóa đã kiểm tra.".formatted(Manifest.NAME));
            }
            return manifest;
        } catch (IllegalArgumentException e) {
            faults.add("Tệp %s không đọc được hoặc không viết đúng dạng chuẩn.".formatted(Manifest.NAME));
            return null;
        }
    }
}
