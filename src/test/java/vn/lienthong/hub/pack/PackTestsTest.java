package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;

class PackTestsTest {
    @TempDir
    Path pack;

    @Test
    void readsACaseWithTheMessageThatItNames() throws IOException {
        Files.writeString(pack.resolve("birth.json"), "{\"dossier\": {\"code\": \"H24.129-250812-0035\"}}");
        var test = read("""
                - name: a birth is taken
                  shows: duplicate
                  after: [{call: send, operation: register, message: birth.json}]
                  call: probe
                  message: {entry: {id: x}}
                  faults: {slow: {millis: 5}}
                  expect: {outcome: acknowledged, present: true, answer: {a: [1]}}
                """).getFirst();

        assertThat(test.shows()).isEqualTo(PackTest.Shows.DUPLICATE);
        assertThat(test.place()).hasToString(pack.resolve("tests.yaml") + ":1:3");
        assertThat(test.after().getFirst().message().at("/dossier/code").asText())
                .isEqualTo("H24.129-250812-0035");
        assertThat(test.call().message().at("/entry/id").asText()).isEqualTo("x");
        assertThat(test.faults().get("slow").path("millis").asInt()).isEqualTo(5);
        assertThat(test.expect().present()).isTrue();
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        assertThatThrownBy(() -> read("""
                        - name: one
                          shows: sucess
                          call: send
                          expect: {outcome: acknowledged}
                        - name: two
                          shows: refusal
                          call: send
                          expects: {outcome: refused}
                        """))
                .isInstanceOfSatisfying(
                        MistakesFound.class,
                        found -> assertThat(found.mistakes())
                                .anySatisfy(mistake -> assertThat(mistake).contains("tests.yaml:2: /0/shows"))
                                .anySatisfy(mistake -> assertThat(mistake).contains("tests.yaml:5: /1"))
                                .hasSize(3));
    }

    @Test
    void saysWhichMessageThePackHasNot() {
        assertThatThrownBy(() -> read("""
                        - name: one
                          shows: success
                          call: send
                          message: examples/nowhere.json
                          expect: {outcome: acknowledged}
                        """))
                .hasMessageContaining("tests.yaml:4: /0/message: the pack has no file examples/nowhere.json");
    }

    @Test
    void comparesWhatIsExpectedAndNothingElse() {
        var answer = Json.parse("{\"found\": true, \"items\": [{\"id\": 1, \"x\": 2}, {\"id\": 2}]}".getBytes());
        var known = new Outcome.Acknowledged("0", "Thành công", null, null, answer);

        assertThat(expected("acknowledged", "{\"items\": [{\"id\": 2.0}]}").missedBy(known))
                .isEmpty();
        assertThat(expected("acknowledged", "{\"items\": [{\"id\": 3}], \"found\": false}")
                        .missedBy(known))
                .hasSize(2);
        assertThat(expected("refused", "{}").missedBy(known)).hasSize(1);
        assertThat(new Expected("acknowledged", "1", "thất bại", false, null).missedBy(known))
                .hasSize(3);
        assertThat(new Expected("absent", null, null, false, null).missedBy(new Outcome.Absent(null, null)))
                .isEmpty();
    }

    private static Expected expected(String outcome, String answer) {
        return new Expected(outcome, null, null, null, Json.parse(answer.getBytes()));
    }

    private List<PackTest> read(String text) throws IOException {
        Files.writeString(pack.resolve("tests.yaml"), text);
        return PackTests.of(pack);
    }
}
