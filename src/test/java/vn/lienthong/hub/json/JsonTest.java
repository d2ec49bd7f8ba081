package vn.lienthong.hub.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void refusesBrokenUtf8() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isInstanceOf(Json.UnreadableJson.class)
                .hasMessage("not UTF-8");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Json.UnreadableJson.class);
    }

    @Test
    void takesAReplacementCharacterThatIsMeant() {
        assertThat(Json.parse("\"\uFFFD\"".getBytes(StandardCharsets.UTF_8)).asText())
                .isEqualTo("\uFFFD");
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Json.UnreadableJson.class);
    }

    @Test
    void refusesWhatFollowsTheValue() {
        assertThatThrownBy(() -> Json.parse("{} x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Json.UnreadableJson.class);
    }

    @Test
    void writesEqualContentAsEqualBytes() {
        var one = Json.parse("{\"b\":1,\"a\":[{\"d\":2,\"c\":3}]}".getBytes(StandardCharsets.UTF_8));
        var other = Json.parse("{\"a\":[{\"c\":3,\"d\":2}], \"b\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(Json.canonical(one)).isEqualTo(Json.canonical(other));
    }

    /** What a virtual thread kept for next time, it would hold while it waits for a system, and never use again. */
    @Test
    void borrowsItsBuffersFromAPoolOfAllThreads() {
        assertThat(Json.MAPPER.getFactory()._getRecyclerPool()).isSameAs(JsonRecyclerPools.sharedConcurrentDequePool());
    }
}
