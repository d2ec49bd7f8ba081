package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;

/** Who is let in by what it shows. Signatures are those of {@code openssl dgst -hmac}. */
class ProofsTest {
    private static final Instant NOW = Instant.parse("2025-08-12T09:00:00Z");
    private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);
    private static final String HEX = "0c3e89010807a274fd26fae3628d3e1dc8f1ee15cc206a8e72920e50b4da8baf";
    private static final String BASE64_512 =
            "oVGo0uRBJLL6GJmCtcAbKh7UkYNM84fJdRP/vjVs0mR5k3WLHrWyfmmQk7g3XhH995A0iKTbwGy91YZou+B58A==";
    private static final String HEX_WITH_TIME = "5b90c0127f5163695cb830883456a6574004d71c17b265b7648f331a7226615a";

    @TempDir
    Path folder;

    private String secret = "geheim";

    private boolean holds(String callback, Map<String, String> headers) throws Exception {
        var card = card(callback);
        return Proofs.hold(
                card,
                card.inbound().callbacks().get("told"),
                new Callbacks.Message(false, BODY, new HashMap<>(headers)),
                NOW);
    }

    private SystemCard card(String callback) throws Exception {
        Files.createDirectories(folder.resolve("demo"));
        Files.writeString(folder.resolve("demo/system.yaml"), """
                id: demo
                title: Demo
                owner: nobody
                standIn: true
                url: http://localhost:1
                credentials: {shared: "${SHARED}"}
                callbacks:
                  told: %s
                limits: {timeout: 1s, concurrency: 1}
                retry: {delays: [1s]}
                breaker: {failureRate: 50, window: 1, minimumCalls: 1, wait: 1s}
                outcomes: [{is: refused}]
                """.formatted(callback));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("SHARED", secret)));
        return Cards.load(folder, environment).get("demo");
    }

    @Test
    void takesASignatureOverTheBytesAsTheyCame() throws Exception {
        var callback = "{proof: {by: hmac, secret: shared, header: X-Sign}}";

        assertThat(holds(callback, Map.of("x-sign", HEX))).isTrue();
        assertThat(holds(callback, Map.of("x-sign", HEX.toUpperCase()))).isTrue();
        assertThat(holds(callback, Map.of("x-sign", HEX.replace('a', 'b')))).isFalse();
        assertThat(holds(callback, Map.of("x-sign", ""))).isFalse();
        assertThat(holds(callback, Map.of())).isFalse();
    }

    @Test
    void takesOtherAlgorithmsEncodingsAndPrefixes() throws Exception {
        var callback =
                "{proof: {by: hmac, secret: shared, header: sign, algorithm: HmacSHA512, encoding: base64, prefix: 'v1,'}}";

        assertThat(holds(callback, Map.of("sign", "v1," + BASE64_512))).isTrue();
        assertThat(holds(callback, Map.of("sign", BASE64_512))).isFalse();
    }

    @Test
    void takesTheSecretItself() throws Exception {
        var callback = "{proof: {by: secret, secret: shared, header: X-Key}}";

        assertThat(holds(callback, Map.of("x-key", "geheim"))).isTrue();
        assertThat(holds(callback, Map.of("x-key", "geheim "))).isFalse();
        assertThat(holds(callback, Map.of())).isFalse();
    }

    @Test
    void anOldMessageIsNoneAndItsTimeIsSigned() throws Exception {
        var callback = "{proof: {by: hmac, secret: shared, header: sign, signs: [sent-at]},"
                + " window: {header: sent-at, within: 5m}}";

        assertThat(holds(callback, Map.of("sign", HEX_WITH_TIME, "sent-at", "1754989200")))
                .isTrue();
        assertThat(holds(callback, Map.of("sign", HEX_WITH_TIME, "sent-at", "1754989201")))
                .isFalse();
        assertThat(holds(callback, Map.of("sign", HEX))).isFalse();
    }

    @Test
    void whatComesTooLateOrTooEarlyIsRefused() throws Exception {
        var callback = "{proof: {by: secret, secret: shared, header: k}, window: {header: at, within: 5m}}";

        assertThat(holds(callback, Map.of("k", "geheim", "at", "1754988900"))).isTrue();
        assertThat(holds(callback, Map.of("k", "geheim", "at", "1754988899"))).isFalse();
        assertThat(holds(callback, Map.of("k", "geheim", "at", "1754989501"))).isFalse();
        assertThat(holds(callback, Map.of("k", "geheim", "at", "soon"))).isFalse();
        assertThat(holds(callback, Map.of("k", "geheim"))).isFalse();
    }

    @Test
    void aProofThatNamesNoCredentialKeepsTheHubFromStarting() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> card("{proof: {by: secret, secret: other, header: k}}"))
                .hasMessageContaining("is not one of the credentials: other");
    }

    @Test
    void aSecretThatIsEmptyLetsNobodyIn() throws Exception {
        secret = "";

        assertThat(holds("{proof: {by: secret, secret: shared, header: x-key}}", Map.of()))
                .isFalse();
        assertThat(holds("{proof: {by: secret, secret: shared, header: x-key}}", Map.of("x-key", "")))
                .isFalse();
        assertThat(holds(
                        "{proof: {by: hmac, secret: shared, header: x-key, algorithm: HmacSHA256, encoding: hex}}",
                        Map.of()))
                .isFalse();
    }
}
