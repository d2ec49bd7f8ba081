package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.PlayedScanner;

class ClamAvTest {
    private final PlayedScanner played = PlayedScanner.start();
    private final Scanner scanner = new ClamAv(played.address(), Duration.ofSeconds(5));

    private boolean isClean(String text) throws IOException {
        return scanner.isClean(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void tellsHarmfulFromClean() throws IOException {
        assertThat(isClean("%PDF-1.7")).isTrue();
        assertThat(isClean("%PDF-1.7 " + PlayedScanner.HARMFUL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "INSTREAM size limit exceeded. ERROR", "UNKNOWN COMMAND", "stream: NOT OK?"})
    void takesNothingElseForAVerdict(String reply) {
        played.breaks(reply);

        assertThatThrownBy(() -> isClean("%PDF-1.7")).isInstanceOf(IOException.class);
    }

    @Test
    void cannotJudgeWithoutAScanner() {
        var nobody = new ClamAv("localhost:1", Duration.ofSeconds(5));

        assertThatThrownBy(() -> nobody.isClean(new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(IOException.class);
    }
}
