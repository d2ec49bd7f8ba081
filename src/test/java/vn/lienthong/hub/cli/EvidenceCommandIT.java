package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.evidence.SamplePackage;

class EvidenceCommandIT {
    private final FakeHub hub = new FakeHub();
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private Path file;
    private SamplePackage sample;

    @BeforeEach
    void pointAtIt() {
        shell.with("HUB_URL", hub.url());
        sample = SamplePackage.in(folder);
        file = folder.resolve("goi.zip");
        hub.prove(sample);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void fetchesAndVerifiesThePackageOfADossier() {
        assertThat(shell.type("evidence", "H24.129-250812-0035", "-o", file.toString()))
                .isZero();

        assertThat(file).hasBinaryContent(sample.bytes());
        assertThat(shell.out()).contains("GÓI NGUYÊN VẸN", sample.keyId()).doesNotContain("CHƯA đối chiếu");
        assertThat(hub.asked()).containsExactly("/api/v1/dossiers/H24.129-250812-0035/evidence");
    }

    @Test
    void asksForWholeDays() {
        assertThat(shell.type(
                        "evidence",
                        "--from",
                        "2025-07-01",
                        "--to",
                        "2025-09-30",
                        "--unit",
                        "31/11086",
                        "--discrepancies",
                        "-o",
                        file.toString()))
                .isZero();

        assertThat(hub.asked())
                .containsExactly("/api/v1/evidence?from=2025-07-01T00:00:00+07:00&to=2025-10-01T00:00:00+07:00"
                        + "&province=31&commune=11086&with=discrepancies");
    }

    @Test
    void failsWhenWhatCameIsNotWhole() {
        hub.prove(new SamplePackage(new byte[] {'P', 'K'}, sample.publicKey(), sample.keyId()));

        assertThat(shell.type("evidence", "H24.129-250812-0035", "-o", file.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("GÓI KHÔNG CÒN NGUYÊN VẸN");
    }

    @Test
    void leavesNoFileWhenItIsRefused() {
        hub.wearTokens();
        assertThat(shell.with("HUB_SECRET", "guess").type("evidence", "H24.129-250812-0035", "-o", file.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("goi.zip.part")).doesNotExist();
    }

    @Test
    void fetchesTheKey() throws Exception {
        assertThat(shell.type("evidence", "key")).isZero();
        assertThat(shell.out()).isEqualTo(sample.publicKey());

        assertThat(shell.type("evidence", "key", "-o", file.toString())).isZero();
        assertThat(Files.readString(file)).isEqualTo(sample.publicKey());
        assertThat(shell.err()).contains(sample.keyId());
    }
}
