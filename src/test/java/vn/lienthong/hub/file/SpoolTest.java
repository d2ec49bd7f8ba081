package vn.lienthong.hub.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Refusal;

class SpoolTest {
    private static final int LARGEST = 100_000;

    @TempDir
    private Path folder;

    private Spool.Arrived take(InputStream bytes) throws IOException {
        return new Spool(folder, LARGEST).take(UUID.randomUUID(), bytes);
    }

    @Test
    void takesAsMuchAsIsAllowedAndReckonsItsHash() throws IOException {
        var bytes = new byte[LARGEST];

        try (var arrived = take(new ByteArrayInputStream(bytes))) {
            assertThat(arrived.path()).hasBinaryContent(bytes);
            assertThat(arrived.size()).isEqualTo(LARGEST);
            assertThat(arrived.sha256()).isEqualTo(Json.sha256(bytes));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesMoreThanThatThoughNobodyDeclaredIt() {
        assertThatThrownBy(() -> take(new ByteArrayInputStream(new byte[LARGEST + 1])))
                .isInstanceOf(Refusal.class)
                .hasMessage("file.too-large");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsNothingOfAFileWhoseSenderIsGone() {
        var broken = new InputStream() {
            private int left = LARGEST / 2;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 0;
            }
        };

        assertThatThrownBy(() -> take(broken)).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sweepsOnlyWhatIsOld() throws IOException {
        var arrived = take(new ByteArrayInputStream(new byte[1]));
        var spool = new Spool(folder, LARGEST);

        spool.sweep(Instant.now().minusSeconds(60));
        assertThat(arrived.path()).exists();
        spool.sweep(Instant.now().plusSeconds(60));
        assertThat(arrived.path()).doesNotExist();
    }
}
