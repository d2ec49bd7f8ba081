package vn.lienthong.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"1\"}",
                " \n{\"a\":\"1\"}",
                "\uFEFF{\"a\":\"1\"}",
                "<a>1</a>",
                " \n<a>1</a>",
                "\uFEFF<a>1</a>"
            })
    void tellsXmlFromJson(String body) {
        assertThat(Trees.read(body.getBytes(StandardCharsets.UTF_8)).toString()).isEqualTo("{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hello",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "<a>",
                "<html><br></html>",
                " <?xml version='1.0'?><a/>"
            })
    void refusesWhatIsNeither(String body) {
        assertThatThrownBy(() -> Trees.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBody.class);
    }
}
