package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

class CardsTest {
    private static final String CARD = """
            id: land-office
            title: Văn phòng đất đai
            owner: Sở Nông nghiệp và Môi trường
            standIn: true
            url: http://localhost:1
            credentials: {password: "${LAND_PASSWORD}"}
            settings: {agency: H24}
            receives:
              - {entries: [registered, step], operation: sync, fields: [DD], batch: 5}
              - {entries: [withdrawn], operation: told, noted: [incoming-document]}
            limits: {timeout: 30s, concurrency: 4, rate: 10/s}
            retry: {delays: [5s, 1m], jitter: 0.1}
            breaker: {failureRate: 50, window: 20, minimumCalls: 10, wait: 10s}
            outcomes:
              - {http: [200], code: ["0"], is: acknowledged}
              - {text: "ĐÃ CÓ", is: acknowledged}
            times: {receivedAt: date}
            """;

    @TempDir
    Path integration;

    private final MockEnvironment environment = new MockEnvironment().withProperty("LAND_PASSWORD", "secret");

    @BeforeEach
    void writeACard() throws IOException {
        write(CARD);
    }

    @Test
    void takesNoPlatformForOneThatSystemsShare() throws IOException {
        write(CARD + "platform: direct\n");
        assertThat(load().get("land-office").platform()).isNull();
        write(CARD + "platform: ndxp\n");
        assertThat(load().get("land-office").platform()).isEqualTo("ndxp");
    }

    @Test
    void readsACard() {
        var card = load().get("land-office");

        assertThat(card.limits().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(card.limits().ratePerSecond()).isEqualTo(10);
        assertThat(card.retry().delays()).containsExactly(Duration.ofSeconds(5), Duration.ofMinutes(1));
        assertThat(card.credentials()).containsEntry("password", "secret");
        assertThat(card.uncertain()).isEqualTo(SystemCard.Uncertain.PROBE);
        assertThat(card.receiving("step", null, Set.of(), "1.1", "DD", "online"))
                .isPresent();
        assertThat(card.receiving("step", null, Set.of(), "1.1", "HT", "online"))
                .isEmpty();
        assertThat(card.receiving("withdrawn", null, Set.of("parcel"), "1.1", "DD", "online"))
                .isEmpty();
        assertThat(card.receiving("withdrawn", null, Set.of("incoming-document", "parcel"), "1.1", "DD", "online"))
                .isPresent();
        assertThat(card.receiving("refused", null, Set.of(), "1.1", "DD", "online"))
                .isEmpty();
        assertThat(card.batchOf("sync")).isEqualTo(5);
    }

    @Test
    void takesAnyValueFromTheEnvironment() {
        environment
                .withProperty("HUB_SYSTEMS_LAND_OFFICE_URL", "http://localhost:2")
                .withProperty("HUB_SYSTEMS_LAND_OFFICE_CREDENTIALS_PASSWORD", "other")
                .withProperty("hub.systems.land-office.concurrency", "9")
                .withProperty("HUB_SYSTEMS_LAND_OFFICE_LIMITS_TIMEOUT", "2s");
        var card = load().get("land-office");

        assertThat(card.url()).isEqualTo("http://localhost:2");
        assertThat(card.credentials()).containsEntry("password", "other");
        assertThat(card.limits().concurrency()).isEqualTo(9);
        assertThat(card.limits().timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tellsAllMistakesAtOnceWithFileAndLine() throws IOException {
        write(CARD.replace("standIn: true", "standIn: perhaps").replace("is: acknowledged", "is: fine"));

        assertThatThrownBy(this::load)
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("system.yaml:4: /standIn")
                .hasMessageContaining("system.yaml:15: /outcomes/0/is");
    }

    @Test
    void refusesAnUnknownKey() throws IOException {
        write(CARD + "retries: 3\n");
        assertThatThrownBy(this::load).hasMessageContaining("retries");
    }

    @Test
    void refusesASecretInTheFile() throws IOException {
        write(CARD.replace("\"${LAND_PASSWORD}\"", "hunter2"));
        assertThatThrownBy(this::load).hasMessageContaining("/credentials/password");
    }

    @Test
    void refusesToStartWithoutACredential() {
        assertThatThrownBy(() -> Cards.load(integration, new MockEnvironment()))
                .hasMessageContaining("the environment has no LAND_PASSWORD");
    }

    @Test
    void takesAnOverrideWhetherOrNotTheWordsOfItsNameAreSetApart() {
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_BREAKER_FAILURE_RATE", "70");
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_BREAKER_MINIMUMCALLS", "7");

        assertThat(load().get("land-office").breaker().failureRate()).isEqualTo(70);
        assertThat(load().get("land-office").breaker().minimumCalls()).isEqualTo(7);
    }

    @Test
    void takesTheOverrideThatOutranksTheOthers() {
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_CONCURRENCY", "7");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("line", Map.of("hub.systems.land-office.concurrency", "9")));

        assertThat(load().get("land-office").limits().concurrency()).isEqualTo(9);
    }

    @Test
    void refusesAnOverrideOfWhatTheCardDoesNotHave() {
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_TIME_OUT", "2s");
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_PATIENCE", "2s");

        assertThatThrownBy(this::load)
                .hasMessageContaining(
                        "the environment sets HUB_SYSTEMS_LAND_OFFICE_PATIENCE, which this card does not have")
                .hasMessageNotContaining("TIME_OUT");
    }

    @Test
    void takesNoOverrideOfAnotherSystemForItsOwn() throws IOException {
        Files.createDirectories(integration.resolve("land-office-2"));
        Files.writeString(
                integration.resolve("land-office-2/system.yaml"), CARD.replace("id: land-office", "id: land-office-2"));
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_2_URL", "http://localhost:2");

        assertThat(load().get("land-office").url()).isEqualTo("http://localhost:1");
        assertThat(load().get("land-office-2").url()).isEqualTo("http://localhost:2");
    }

    @Test
    void refusesAnOverrideThatBreaksTheCard() {
        environment.withProperty("HUB_SYSTEMS_LAND_OFFICE_TIMEOUT", "soon");
        assertThatThrownBy(this::load).hasMessageContaining("as set by the environment");
    }

    @Test
    void refusesACardInTheFolderOfAnother() throws IOException {
        write(CARD.replace("id: land-office", "id: tax-office"));
        assertThatThrownBy(this::load).hasMessageContaining("is not the name of its folder");
    }

    @Test
    void refusesTwoUsualPaymentSystems() throws IOException {
        var payment = "\npayment: {usual: true, paidVia: portal, askAfter: 30m, expiresAfter: 1d}\n";
        write(CARD.strip() + payment);
        var other = Files.createDirectories(integration.resolve("other-office"));
        Files.writeString(
                other.resolve("system.yaml"),
                CARD.replace("id: land-office", "id: other-office").strip() + payment);

        assertThatThrownBy(this::load).hasMessageContaining("/payment/usual: another card says so too");
    }

    private Cards load() {
        return Cards.load(integration, environment);
    }

    private void write(String card) throws IOException {
        var folder = Files.createDirectories(integration.resolve("land-office"));
        Files.writeString(folder.resolve("system.yaml"), card);
    }

    @Test
    void knowsWhereATimeOfDayHasNoRoom() {
        var card = Cards.load(integration, environment).get("land-office");

        assertThat(card.times()).containsExactly(java.util.Map.entry("receivedAt", "date"));
        assertThat(card.takesReceptionAsDate()).isTrue();
        assertThat(card.receives().getFirst().afterEnd()).isFalse();
    }
}
