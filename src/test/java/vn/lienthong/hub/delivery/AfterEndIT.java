package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** What claims to begin a finished dossier reaches no system as something new; a corrected reception reaches all. */
class AfterEndIT extends HubStory {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);

    @Test
    void tellsNoSystemOfAStepOrARegistrationAfterTheEnd() {
        register(code);
        report(code, EntryKind.RESULT_RETURNED, event("result-returned", "11:00:00"));
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        awaitAtCertification(code, "DELIVERED", "DELIVERED");

        step(code, "11:30:00");
        report(code, EntryKind.REGISTERED, registration(code).put("receivedAt", "2025-08-13T08:30:05+07:00"));

        assertThat(owed("public-service-portal")).containsExactly(1, 2);
        assertThat(owed("e-certification")).containsExactly(1, 2);
        // who only listens hears of it, marked
        assertThat(owed("event-stream")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void tellsOfTheHandingOverOfASignedDossierWithItsTrueReceptionAndEnd() {
        register(code);
        report(code, EntryKind.RESULT_SIGNED, event("result-signed", "11:00:00"));
        step(code, "11:30:00");

        awaitAtCertification(code, "DELIVERED", "DELIVERED", "DELIVERED");
        awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED");
        var shown = PORTAL.state("dossiers").path(code);
        assertThat(shown.path("NgayTiepNhan").asText()).isEqualTo("20250812091500");
        assertThat(shown.path("NgayKetThucXuLy").asText()).isEqualTo("20250812110000");
        var certified = CERTIFICATION.state("hoSo").path(code);
        assertThat(certified.path("trangThai").asText()).isEqualTo("DA_KY");
        assertThat(certified.path("ngayTiepNhanLuu").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
    }

    @Test
    void tellsEverySystemThatCanTakeItOfACorrectedReception() {
        register(code);
        report(code, EntryKind.RESULT_SIGNED, event("result-signed", "11:00:00"));
        awaitAtPortal(code, "DELIVERED", "DELIVERED");

        ledger.append(new Submission(OPS, null, code, EntryKind.RECEPTION_CORRECTED, Json.parse("""
                                {"event": "reception-corrected", "occurredAt": "2025-08-13T09:00:00+07:00",
                                 "receivedAt": "2025-08-12T08:15:00+07:00",
                                 "correction": {"reason": "clerical-error-decided",
                                   "document": {"number": "31/QĐ-UBND", "date": "2025-08-13", "signedBy": "Phạm Văn Mẫu"}}}
                                """.getBytes(
                                java.nio.charset.StandardCharsets.UTF_8))))
                .join();

        awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED");
        awaitAtCertification(code, "DELIVERED", "DELIVERED", "DELIVERED");
        await().untilAsserted(() -> {
            var shown = PORTAL.state("dossiers").path(code);
            assertThat(shown.path("NgayTiepNhan").asText()).isEqualTo("20250812081500");
            assertThat(shown.path("NgayKetThucXuLy").asText()).isEqualTo("20250812110000");
            assertThat(CERTIFICATION
                            .state("hoSo")
                            .path(code)
                            .path("ngayTiepNhanLuu")
                            .asText())
                    .isEqualTo("2025-08-12T08:15:00+07:00");
        });
    }

    private List<Integer> owed(String system) {
        return jdbc.sql("select seq from delivery where dossier = ? and system = ? order by seq")
                .params(code, system)
                .query(Integer.class)
                .list();
    }
}
