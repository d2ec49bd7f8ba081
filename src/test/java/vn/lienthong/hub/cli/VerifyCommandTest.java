package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.evidence.SamplePackage;
import vn.lienthong.hub.json.Json;

class VerifyCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private SamplePackage sample;
    private String file;
    private String key;

    @BeforeEach
    void write() throws IOException {
        sample = SamplePackage.in(folder);
        file = Files.write(folder.resolve("goi.zip"), sample.bytes()).toString();
        key = Files.writeString(folder.resolve("khoa.pem"), sample.publicKey()).toString();
    }

    @Test
    void acceptsAPackageOfTheGivenKey() {
        assertThat(shell.type("evidence", "verify", file, "--key", key)).isEqualTo(ExitCode.OK);
        assertThat(shell.out())
                .contains("GÓI NGUYÊN VẸN", "01/10/2025 08:00:00", sample.keyId())
                .doesNotContain("CHƯA đối chiếu khóa");
    }

    @Test
    void saysThatTheKeyWasNotCompared() {
        assertThat(shell.type("evidence", "verify", file)).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("GÓI NGUYÊN VẸN", "CHƯA đối chiếu khóa", sample.keyId());
    }

    @Test
    void failsForAChangedPackageAndSaysWhere() throws IOException {
        var changed = sample.bytes().clone();
        changed[10]++; // the time of the first file
        Files.write(Path.of(file), changed);

        assertThat(shell.type("evidence", "verify", file, "--key", key)).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("GÓI KHÔNG CÒN NGUYÊN VẸN", "Byte thứ 11 (đầu mục của tệp evidence.html)")
                .doesNotContain("GÓI NGUYÊN VẸN");
    }

    @Test
    void failsForACutPackage() throws IOException {
        Files.write(Path.of(file), Arrays.copyOf(sample.bytes(), sample.bytes().length - 1));

        assertThat(shell.type("evidence", "verify", file)).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("cắt ngắn");
    }

    @Test
    void failsForAPackageOfAnotherKey() throws IOException {
        var other = SamplePackage.in(folder.resolve("other"));
        Files.write(Path.of(file), other.bytes());

        assertThat(shell.type("evidence", "verify", file, "--key", key)).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("KHÁC khóa đã cho");
    }

    @Test
    void writesJsonForPrograms() throws IOException {
        assertThat(shell.type("evidence", "verify", file, "--json")).isEqualTo(ExitCode.OK);
        var told = Json.MAPPER.readTree(shell.out());
        assertThat(told.path("holds").asBoolean()).isTrue();
        assertThat(told.path("keyCompared").asBoolean()).isFalse();
        assertThat(told.path("keyId").asText()).isEqualTo(sample.keyId());
    }

    @Test
    void refusesWhatIsNoFileAndNoKey() {
        assertThat(shell.type("evidence", "verify")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("evidence", "verify", folder.resolve("missing").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("evidence", "verify", file, "--key", file)).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesAPeriodThatIsNone() {
        assertThat(shell.type("evidence")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("evidence", "--from", "2025-07-01")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("evidence", "--from", "2025-07-02", "--to", "2025-07-01"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("evidence", "--from", "2025-07-01", "--to", "2025-07-01", "--unit", "xa"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("evidence", "H24.129-250812-0035", "--from", "2025-07-01"))
                .isEqualTo(ExitCode.USAGE);
    }
}
