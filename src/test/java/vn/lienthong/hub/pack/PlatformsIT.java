package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.simulator.Simulator;

/** One pack behind one platform or another: its card names it, its route is the same. */
class PlatformsIT {
    private static final String SYSTEM = "business-registry";
    private static Simulator register;

    @BeforeAll
    static void start() {
        register = Simulator.of(Path.of("integration", SYSTEM)).start();
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @BeforeEach
    void reset() {
        register.calm();
        register.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lgsp", "ndxp", "direct"})
    void answersThroughThePlatformThatTheCardNames(String platform) throws Exception {
        register.fault("platform", Map.of("kind", platform));
        var outcome = ask(platform);
        assertThat(outcome).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(((Outcome.Acknowledged) outcome)
                        .answer()
                        .at("/enterprise/name")
                        .asText())
                .isEqualTo("CÔNG TY TNHH MẪU");
    }

    @ParameterizedTest
    @CsvSource({"lgsp, ndxp", "lgsp, direct", "ndxp, direct"})
    void isStoppedByAPlatformThatTheCardDoesNotName(String platform, String named) throws Exception {
        register.fault("platform", Map.of("kind", platform));
        assertThat(ask(named)).isInstanceOf(Outcome.Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 3"})
    void keepsATokenUntilThePlatformRefusesIt(int calls, int tokens) throws Exception {
        register.fault("token-expires", Map.of("calls", calls));
        try (var packs = running("lgsp")) {
            for (int n = 0; n < (calls == 1 ? 3 : 2); n++) {
                assertThat(ask(packs)).isInstanceOf(Outcome.Acknowledged.class);
            }
        }
        assertThat(register.state("tokens")).hasSize(tokens);
    }

    private Outcome ask(String platform) throws Exception {
        try (var packs = running(platform)) {
            return ask(packs);
        }
    }

    private static Outcome ask(RunningPacks packs) {
        var question = Json.MAPPER.createObjectNode().put("code", "0800000000").put("dossier", "H24.129-250812-0035");
        return packs.connector().ask(packs.card(SYSTEM), "enterprise", question);
    }

    private RunningPacks running(String platform) throws Exception {
        var values = new HashMap<String, Object>(SampleCredentials.of(Path.of("integration")));
        values.put("HUB_SYSTEMS_BUSINESS_REGISTRY_URL", register.url() + "/apiCSDLDKDN/1.0");
        values.put("HUB_SYSTEMS_BUSINESS_REGISTRY_TOKENURL", register.url() + "/token");
        values.put("HUB_SYSTEMS_BUSINESS_REGISTRY_PLATFORM", platform);
        return new RunningPacks(Tree.in(Path.of("")), List.of(SYSTEM), values, context -> {});
    }
}
