package vn.lienthong.hub.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.drift.Move.What;

class ShapeTest {
    private static final DriftSettings SETTINGS = new DriftSettings(true, Duration.ZERO, 2, 4, Duration.ofMinutes(1));
    private static final String USUAL = "{\"data\": {\"code\": \"A1\", \"fee\": 1, \"notes\": [\"x\"]}}";

    private Known known = Known.NOTHING;

    private List<Move> answer(String body, String... examples) {
        var judged = Shape.judge(known.tree(), known.samples(), fields(body), Set.of(examples), SETTINGS);
        known = new Known(known.samples() + 1, judged.known());
        return judged.moves();
    }

    private static Map<String, String> fields(String body) {
        return Fields.of(body.getBytes(UTF_8)).orElseThrow();
    }

    private void learn(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(answer(USUAL)).isEmpty();
        }
    }

    @Test
    void learnsBeforeItTells() {
        assertThat(answer(USUAL)).isEmpty();
        assertThat(answer("{\"data\": {\"other\": true}}")).isEmpty();
        assertThat(answer("{\"data\": {\"third\": true}}")).hasSize(1);
    }

    @Test
    void tellsOnceOfAFieldThatWasNeverThereAndOfTheTopmostOnly() {
        learn(2);
        var body = "{\"data\": {\"code\": \"A1\", \"fee\": 1, \"notes\": [], \"extra\": {\"a\": {\"b\": 1}}}}";
        assertThat(answer(body)).containsExactly(new Move(What.NEW, "/data/extra", null, "object"));
        assertThat(answer(body)).isEmpty();
    }

    @Test
    void tellsOfAFieldOfAnotherType() {
        learn(2);
        assertThat(answer(USUAL.replace("1}", "1}").replace("\"fee\": 1", "\"fee\": \"1\"")))
                .containsExactly(new Move(What.TYPE, "/data/fee", "number", "string"));
    }

    @Test
    void tellsOfAFieldThatAlwaysWasThereWhenEnoughAnswersHadIt() {
        learn(3);
        assertThat(answer("{\"data\": {\"code\": \"A1\", \"notes\": []}}")).isEmpty(); // it is not always there
        known = Known.NOTHING;
        learn(4);
        assertThat(answer("{}")).containsExactly(new Move(What.GONE, "/data", "object", null));
        assertThat(answer("{}")).isEmpty();
        assertThat(answer(USUAL)).isEmpty();
    }

    @Test
    void takesNullForAbsentAndWhatExamplesHaveForKnown() {
        learn(2);
        assertThat(answer(USUAL.replace("}}", ", \"later\": null}}"))).isEmpty();
        assertThat(answer(USUAL.replace("}}", ", \"later\": 1}}"), "/data/later"))
                .isEmpty();
    }

    @Test
    void readsXmlWhereverItStandsAndTakesOneForMany() {
        var fields = fields("<a><b>1</b><c>{\"d\": [1, 2]}</c></a>");
        assertThat(fields).containsKeys("/a/b", "/a/c", "/a/c//d");
        assertThat(fields("<a><b>1</b><b>2</b></a>").keySet())
                .isEqualTo(fields("<a><b>1</b></a>").keySet());
    }

    @Test
    void keepsNoNumberOfAnybodyAsTheNameOfAField() {
        assertThat(fields("{\"030085000000\": {\"name\": \"Mẫu\"}, \"Nguyễn Văn Mẫu\": 1}")
                        .toString())
                .doesNotContain("030085", "Nguyễn", "Mẫu")
                .contains("/*/name");
    }

    @Test
    void givesUpOnAHeap() {
        var body = new StringBuilder("{");
        for (int i = 0; i < 600; i++) {
            body.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":1");
        }
        assertThat(Fields.of(body.append('}').toString().getBytes(UTF_8))).isEmpty();
        assertThat(Fields.of("not a tree".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void tellsOfACodeOnceWhenItHasHeardEnough() {
        JsonNode none = Known.NOTHING.tree();
        assertThat(Codes.judge(none, 0, "E1", SETTINGS).moves()).isEmpty();
        var told = Codes.judge(none, 2, "E1", SETTINGS);
        assertThat(told.moves()).containsExactly(new Move(What.CODE, "", null, "E1"));
        assertThat(Codes.judge(told.known(), 3, "E1", SETTINGS).moves()).isEmpty();
    }

    @Test
    void tellsOfAClockWhenItIsOffAndAgainWhenItIsOffTwiceAsFar() {
        var told = new ArrayList<String>();
        JsonNode clock = Known.NOTHING.tree();
        for (long seconds : new long[] {3, 90, 95, 100, 300, -90, 0, 90}) {
            var judged = ClockOffset.judge(clock, seconds, SETTINGS);
            clock = judged.known();
            judged.moves().forEach(move -> told.add(move.before() + ">" + move.now()));
        }
        assertThat(told).containsExactly("0>90", "90>300", "300>-90", "0>90");
    }

    @Test
    void measuresAClockOutsideOfTheCallOnly() {
        var begin = java.time.Instant.parse("2025-08-12T02:00:00Z");
        var end = begin.plusSeconds(10);
        assertThat(ClockOffset.seconds("Tue, 12 Aug 2025 02:00:05 GMT", begin, end))
                .hasValue(0);
        assertThat(ClockOffset.seconds("Tue, 12 Aug 2025 03:00:10 GMT", begin, end))
                .hasValue(3600);
        assertThat(ClockOffset.seconds("Tue, 12 Aug 2025 01:59:00 GMT", begin, end))
                .hasValue(-60);
        assertThat(ClockOffset.seconds("yesterday", begin, end)).isEmpty();
    }
}
