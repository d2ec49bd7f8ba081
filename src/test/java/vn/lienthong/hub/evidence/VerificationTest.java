package vn.lienthong.hub.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.evidence.Verification.Result;
import vn.lienthong.hub.local.LocalEvidenceKey;

class VerificationTest {
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2025-10-01T08:00:00+07:00");

    @TempDir
    Path folder;

    private SigningKey key;
    private byte[] sound;

    @BeforeEach
    void pack() throws IOException {
        key = SigningKey.in(LocalEvidenceKey.in(folder));
        sound = packed(key, "{\"a\":1}", "<p>ờ</p>");
    }

    private static byte[] packed(SigningKey key, String json, String html) throws IOException {
        var out = new ByteArrayOutputStream();
        var packing = new Packing(out, key);
        packing.add("evidence.html", html.getBytes(UTF_8));
        packing.add("evidence.json", json.getBytes(UTF_8));
        packing.seal(MADE);
        return out.toByteArray();
    }

    @Test
    void acceptsAPackageAsItWasMade() throws IOException {
        var result = verified(sound, key);

        assertThat(result.faults()).isEmpty();
        assertThat(result.files()).isEqualTo(5);
        assertThat(result.createdAt()).isEqualTo("2025-10-01T08:00:00+07:00");
        assertThat(result.keyId()).isEqualTo(Keys.id(key.publicKey())).hasSize(64);
        assertThat(result.keyCompared()).isTrue();
    }

    @Test
    void saysWhenTheKeyIsThePackagesOwnWord() throws IOException {
        assertThat(verified(sound, null).holds()).isTrue();
        assertThat(verified(sound, null).keyCompared()).isFalse();
    }

    @Test
    void packsTheSameContentsToTheSameBytes() throws IOException {
        assertThat(packed(key, "{\"a\":1}", "<p>ờ</p>")).isEqualTo(sound);
    }

    @Test
    void isAnOrdinaryZipFile() throws IOException {
        var found = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(write(sound).toFile())) {
            for (var entry : zip.stream().toList()) {
                found.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        assertThat(found.keySet())
                .containsExactly("evidence.html", "evidence.json", "public-key.pem", "manifest.json", "manifest.sig");
        assertThat(found).containsEntry("evidence.html", "<p>ờ</p>");
    }

    @Test
    void findsEveryFlippedBit() throws IOException {
        var overlooked = new ArrayList<Integer>();
        for (int bit = 0; bit < sound.length * Byte.SIZE; bit++) {
            var changed = sound.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            if (verified(changed, null).holds()) {
                overlooked.add(bit);
            }
        }
        assertThat(overlooked).isEmpty();
    }

    @Test
    void findsEveryTruncation() throws IOException {
        for (int length = 0; length < sound.length; length++) {
            assertThat(verified(Arrays.copyOf(sound, length), null).holds())
                    .as("cut to %d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void findsWhatWasAppended() throws IOException {
        for (int more = 1; more < 100; more++) {
            assertThat(verified(Arrays.copyOf(sound, sound.length + more), null).faults())
                    .containsExactly(
                            "Có byte thừa sau chỗ kết thúc của gói, từ byte thứ %d.".formatted(sound.length + 1));
        }
    }

    @Test
    void findsAByteRemovedOrSlippedInAnywhere() throws IOException {
        for (int at = 0; at < sound.length; at++) {
            assertThat(verified(without(at), null).holds()).as("without %d", at).isFalse();
            assertThat(verified(with(at), null).holds())
                    .as("with one at %d", at)
                    .isFalse();
        }
    }

    private byte[] without(int at) {
        var less = Arrays.copyOf(sound, sound.length - 1);
        System.arraycopy(sound, at + 1, less, at, sound.length - at - 1);
        return less;
    }

    private byte[] with(int at) {
        var more = Arrays.copyOf(sound, sound.length + 1);
        System.arraycopy(sound, at, more, at + 1, sound.length - at);
        return more;
    }

    @Test
    void saysWhichFileWasChanged() throws IOException {
        var text = new String(sound, java.nio.charset.StandardCharsets.ISO_8859_1);
        var changed = sound.clone();
        changed[text.indexOf("{\"a\":1}") + 5] = '2';

        assertThat(verified(changed, key).faults())
                .anyMatch(fault -> fault.equals("Tệp evidence.json đã bị sửa: SHA-256 khác lúc ký."));
    }

    @Test
    void findsAPackageOfAnotherKey() throws IOException {
        var other = SigningKey.in(LocalEvidenceKey.in(folder.resolve("other")));

        var result = verified(packed(other, "{\"a\":1}", "<p>ờ</p>"), key);

        assertThat(result.faults())
                .hasSizeGreaterThanOrEqualTo(2)
                .first()
                .asString()
                .contains("KHÁC khóa đã cho");
        assertThat(verified(packed(other, "{}", ""), null).holds()).isTrue();
    }

    @Test
    void findsWhatIsNoPackageAtAll() throws IOException {
        assertThat(verified(new byte[0], null).holds()).isFalse();
        assertThat(verified("không phải gói bằng chứng".getBytes(UTF_8), null).holds())
                .isFalse();
    }

    private Result verified(byte[] bytes, @Nullable SigningKey with) throws IOException {
        return Verification.of(write(bytes), with == null ? null : with.publicKey());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("package.zip"), bytes);
    }
}
