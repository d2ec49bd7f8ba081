package vn.lienthong.hub.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opens doors, and what is a file, is not kept. */
class RedactionTest {
    private final Redaction redaction = new Redaction(List.of("s3cret-word"));

    @Test
    void aFileInsideATextIsBlottedOutAlsoWhereTheBodyWasCut() {
        var file = Base64.getEncoder().encodeToString(new byte[4096]);

        assertThat(redaction.of("{\"content\":\"" + file + "\",\"from\":\"x\"}"))
                .isEqualTo("{\"content\":\"***\",\"from\":\"x\"}");
        assertThat(redaction.of("{\"content\":\"" + file)).isEqualTo("{\"content\":\"***");
    }

    @Test
    void aShortTextInBase64Stays() {
        var text = Base64.getEncoder().encodeToString("a document without attachments".getBytes(UTF_8));

        assertThat(redaction.of(text)).isEqualTo(text);
    }

    @Test
    void aSecretIsBlottedOutByItsNameAndByItself() {
        assertThat(redaction.of("x s3cret-word y {\"password\":\"abc\"}")).isEqualTo("x *** y {\"password\":\"***\"}");
    }
}
