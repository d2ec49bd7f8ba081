package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.INTEGRATOR;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.ledger.DossierStatus;

class EvidenceDoorIT extends FacadeStory {
    private static final String OF_DOSSIER = "/api/v1/dossiers/" + DOSSIER + "/evidence";
    private static final String QUARTER = "?from=2025-07-01T00:00:00%2B07:00&to=2025-10-01T00:00:00%2B07:00";

    @Autowired
    PlayedEvidence evidence;

    @AfterEach
    void beAbleToSign() {
        evidence.withoutKey = false;
        evidence.breaks = false;
        evidence.periods.clear();
    }

    @BeforeEach
    void haveADossier() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);
    }

    @Test
    void handsOutAFile() {
        var answer = get(OF_DOSSIER, UPSTREAM_DAI_SON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("PK");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + DOSSIER + ".zip\"");
    }

    @Test
    void knowsNoDossierOutsideOfTheCallersUnits() {
        ledger.put(DOSSIER, "01", "00004", DossierStatus.RECEIVED);

        assertProblem(get(OF_DOSSIER, UPSTREAM_DAI_SON), 404, "dossier.not-found");
    }

    @Test
    void asksForThePeriodOfTheQuery() {
        assertThat(get("/api/v1/evidence" + QUARTER + "&province=31&commune=11086&with=discrepancies", AUDITOR)
                        .statusCode())
                .isEqualTo(200);

        var asked = evidence.periods.getFirst();
        assertThat(asked.from()).isEqualTo("2025-06-30T17:00:00Z");
        assertThat(asked.to()).isEqualTo("2025-09-30T17:00:00Z");
        assertThat(asked.province()).isEqualTo("31");
        assertThat(asked.commune()).isEqualTo("11086");
        assertThat(asked.withDiscrepancies()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2025-07-01T00:00:00%2B07:00",
                "?from=2025-07-01&to=2025-10-01",
                QUARTER + "&with=everything",
                QUARTER + "&unit=31"
            })
    void refusesAPeriodThatIsNone(String query) {
        assertProblem(get("/api/v1/evidence" + query, AUDITOR), 400, "request.parameter");
    }

    @Test
    void saysWhenThereIsNoKey() {
        evidence.withoutKey = true;

        assertProblem(get(OF_DOSSIER, AUDITOR), 503, "hub.no-evidence-key");
        assertProblem(get("/api/v1/evidence" + QUARTER, AUDITOR), 503, "hub.no-evidence-key");
        assertProblem(get("/api/v1/evidence/key", AUDITOR), 503, "hub.no-evidence-key");
    }

    @Test
    void showsTheKeyToWhoeverIsKnown() {
        var key = json(get("/api/v1/evidence/key", INTEGRATOR));

        assertThat(key.path("algorithm").asText()).isEqualTo("Ed25519");
        assertThat(key.path("publicKey").asText()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    }

    @Test
    void breaksTheConnectionWhenAPackageCannotBeFinished() {
        evidence.breaks = true;

        assertThatThrownBy(() -> get(OF_DOSSIER, AUDITOR)).isInstanceOf(java.io.UncheckedIOException.class);
    }
}
