package vn.lienthong.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.local.LocalEvidenceKey;

class PackingTest {
    @TempDir
    Path folder;

    @Test
    void letsEveryFileGoBeforeItTakesTheNext() throws IOException {
        var out = new Counting();
        var packing = new Packing(out, SigningKey.in(LocalEvidenceKey.in(folder)));
        var content = new byte[1 << 20];

        for (int n = 1; n <= 200; n++) {
            packing.add("dossiers/%d.html".formatted(n), content);
            assertThat(out.count).isGreaterThan((long) n << 20);
        }
    }

    @Test
    void packsAsManyDossiersAsThereMayBe() throws IOException {
        var file = folder.resolve("large.zip");
        try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            var packing = new Packing(out, SigningKey.in(LocalEvidenceKey.in(folder)));
            for (int n = 1; n <= SignedEvidences.MOST; n++) {
                packing.add("dossiers/%d.html".formatted(n), new byte[] {1});
                packing.add("dossiers/%d.json".formatted(n), new byte[] {2});
            }
            packing.seal(OffsetDateTime.parse("2025-10-01T08:00:00+07:00"));
        }
        assertThat(Verification.of(file, null).faults()).isEmpty();
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(2 * SignedEvidences.MOST + 3);
        }
    }

    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
