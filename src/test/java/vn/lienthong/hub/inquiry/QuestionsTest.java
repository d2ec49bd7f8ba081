package vn.lienthong.hub.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.json.Json;

class QuestionsTest {
    private static final String CARD = """
            id: land-office
            title: Văn phòng đất đai
            owner: Sở Nông nghiệp và Môi trường
            standIn: true
            url: http://localhost:1
            answers: {parcel: parcel, owner: owner}
            limits: {timeout: 30s, concurrency: 4}
            retry: {delays: [5s]}
            breaker: {failureRate: 50, window: 20, minimumCalls: 10, wait: 10s}
            outcomes: [{http: [200], is: acknowledged}]
            """;

    @TempDir
    Path integration;

    @BeforeEach
    void writeACard() throws IOException {
        write("system.yaml", CARD);
        write("contract/questions/parcel.request.schema.json", "{\"required\": [\"sheet\"]}");
        write("contract/questions/parcel.answer.schema.json", "{}");
        write("contract/questions/owner.request.schema.json", "{}");
    }

    @Test
    void asksNothingWithoutAContract() throws IOException {
        assertThatThrownBy(this::questions)
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("owner.answer.schema.json:1: is missing");
        write("contract/questions/owner.answer.schema.json", "[]");
        assertThatThrownBy(this::questions).hasMessageContaining("owner.answer.schema.json:1: is no JSON Schema");
    }

    @Test
    void holdsAQuestionToItsContractAndNotTheOfficerWhoAsks() throws IOException {
        write("contract/questions/owner.answer.schema.json", "{}");
        var parcel = questions().of("land-office").getFirst();

        assertThat(parcel.check(Json.parse("{\"sheet\": 4, \"officer\": {}, \"purpose\": \"x\"}".getBytes())))
                .isEmpty();
        assertThat(parcel.check(Json.parse("{\"officer\": {}}".getBytes())))
                .singleElement()
                .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/sheet"));
    }

    private Questions questions() {
        return Questions.read(Cards.load(integration, new MockEnvironment()), integration);
    }

    private void write(String file, String text) throws IOException {
        var to = integration.resolve("land-office").resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }
}
