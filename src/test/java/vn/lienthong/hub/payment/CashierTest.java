package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.intake.Observation;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** What an answer of a payment system must say to count. */
class CashierTest {
    private static Told opened(String url) {
        var answer = Json.MAPPER.createObjectNode().put("payUrl", url);
        return Cashier.opened(new Outcome.Acknowledged("00", null, null, null, answer));
    }

    @Test
    void anOrderIsOpenWhenAPayerCanBeSentSomewhere() {
        assertThat(opened("https://pay.example.vn/?order=1").what()).isEqualTo(News.OPENED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "javascript:alert(1)", "//pay.example.vn", "https://pay.example.vn/a b", "data:text/html,x"})
    void anOrderThatNobodyCanBeSentToPayIsInDoubt(String url) {
        assertThat(opened(url).what()).isEqualTo(News.IN_DOUBT);
        assertThat(opened(url).payUrl()).isNull();
    }

    @Test
    void aNoticeThatSaysNothingClearIsPutAside(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("demo"));
        Files.writeString(folder.resolve("demo/system.yaml"), """
                id: demo
                title: Demo
                owner: nobody
                standIn: true
                url: http://localhost:1
                limits: {timeout: 1s, concurrency: 1}
                retry: {delays: [1s]}
                breaker: {failureRate: 50, window: 1, minimumCalls: 1, wait: 1s}
                outcomes: [{is: refused}]
                """);
        var card = Cards.load(folder, new StandardEnvironment()).get("demo");
        var said = Json.MAPPER.createObjectNode().put("order", "n1").put("status", "perhaps");

        assertThatThrownBy(() -> new Confirmations(null).take(new Observation(card, "k", "payment", null, said)))
                .isInstanceOfSatisfying(
                        SubmissionRefused.class, e -> assertThat(e.code()).isEqualTo("request.invalid"));
    }
}
