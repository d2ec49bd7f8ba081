package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemsPageTest {
    private static final Path PAGE = Path.of("docs/reference/systems.md");

    @Test
    void saysWhatTheCardsSay() throws IOException {
        var text = SystemsPage.text(Path.of("integration"));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).hasContent(text);
    }
}
