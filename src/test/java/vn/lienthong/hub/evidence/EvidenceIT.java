package vn.lienthong.hub.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

class EvidenceIT extends HubStory {
    private static final Caller AUDITOR = new Caller("auditor", Set.of("auditor"), UnitScope.EVERYWHERE);
    private static final String CERTIFICATION_SYSTEM = "e-certification";
    /** Of this commune no other story tells, so that a period holds what a test put there. */
    private static final String TU_KY = "11074";

    @Autowired
    Evidences evidences;

    @TempDir
    Path folder;

    /** Settled at 14:00 of the day it came; at the last step the certification system restarts its clock. */
    private void bringADossierWhoseClockIsRestarted() {
        register(code);
        step(code, "10:00:00");
        awaitAtCertification(code, "DELIVERED", "DELIVERED");
        CERTIFICATION.fault("restamp", Map.of("dossiers", List.of(code)));
        report(code, EntryKind.RESULT_SIGNED, event("result-signed", "14:00:00"));
        awaitAtCertification(code, "DELIVERED", "DELIVERED", "DELIVERED");
        awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED");
    }

    @Test
    void provesThatARestampedDossierWasOnTime() throws IOException {
        bringADossierWhoseClockIsRestarted();

        var evidence = evidence(unpacked(evidences.ofDossier(code, AUDITOR)));

        assertThat(evidence.at("/verdict/word").asText()).isEqualTo("ON_TIME");
        assertThat(evidence.at("/verdict/minutes").asLong()).isEqualTo(180);
        assertThat(evidence.at("/clocks/receivedAt").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
        assertThat(evidence.at("/clocks/clockOrigin").asText()).isEqualTo(Samples.DAI_SON.client());
        assertThat(evidence.at("/clocks/differs").asBoolean()).isTrue();
        var there = system(evidence, CERTIFICATION_SYSTEM);
        assertThat(there.at("/stored/receivedAt/differs").asBoolean()).isTrue();
        assertThat(there.at("/stored/receivedAt/minutesAfterOurs").asLong()).isPositive();
        assertThat(texts(there.path("findings")))
                .anyMatch(finding -> finding.startsWith("Ghi giờ tiếp nhận là "))
                .anyMatch(finding -> finding.equals(
                        "Trả lời cho mục 2, hệ thống này còn ghi đúng giờ tiếp nhận gốc; từ mục 3 thì ghi khác."))
                .anyMatch(finding ->
                        finding.contains("mục 3 sang") && finding.contains("giờ đồng bộ đã được lấy làm giờ tiếp nhận"))
                .anyMatch(finding -> finding.contains("Ngày trong mã hồ sơ là 12/08/2025"));
        assertThat(system(evidence, "public-service-portal").path("differs").asBoolean())
                .isFalse();
    }

    @Test
    void tellsTheDueTimeStepByStep() throws IOException {
        register(code);

        var deadline = evidence(unpacked(evidences.ofDossier(code, AUDITOR))).path("deadline");

        assertThat(texts(deadline.path("steps")))
                .containsExactly(
                        "Tiếp nhận lúc 09:15 ngày 12/08/2025 (thứ Ba).",
                        "Thời hạn quy định: trả trong ngày nếu tiếp nhận trước 15:00.",
                        "Tiếp nhận trước 15:00: trả trong ngày 12/08/2025 (thứ Ba).",
                        "Hết giờ làm việc của 12/08/2025 (thứ Ba).",
                        "Hạn trả kết quả: 17:00 ngày 12/08/2025 (thứ Ba).");
        assertThat(deadline.path("reckonedAt")).isEqualTo(deadline.path("dueAt"));
        assertThat(deadline.path("underItsCalendar").asBoolean()).isTrue();
    }

    @Test
    void holdsEveryEntryDeliveryAndAttempt() throws IOException {
        bringADossierWhoseClockIsRestarted();

        var evidence = evidence(unpacked(evidences.ofDossier(code, AUDITOR)));

        assertThat(evidence.path("entries"))
                .hasSize(3)
                .allMatch(entry -> entry.path("sha256Holds").asBoolean());
        assertThat(evidence.at("/entries/0/sha256").asText())
                .isEqualTo(jdbc.sql("select encode(fingerprint, 'hex') from entry where dossier = ? and seq = 1")
                        .param(code)
                        .query(String.class)
                        .single());
        var deliveries = StreamSupport.stream(evidence.path("deliveries").spliterator(), false)
                .filter(delivery -> delivery.path("system").asText().equals(CERTIFICATION_SYSTEM))
                .toList();
        assertThat(deliveries)
                .hasSize(3)
                .allSatisfy(delivery -> assertThat(delivery.path("attempts")).isNotEmpty())
                .allSatisfy(delivery ->
                        assertThat(delivery.at("/attempts/0/outcome").asText()).isEqualTo("acknowledged"));
    }

    @Test
    void findsAnEntryThatWasChangedInTheDatabase() throws IOException {
        register(code);
        jdbc.sql("update entry set body = replace(body, '09:15', '08:15') where dossier = ?")
                .param(code)
                .update();

        var files = unpacked(evidences.ofDossier(code, AUDITOR));

        assertThat(evidence(files).at("/entries/0/sha256Holds").asBoolean()).isFalse();
        assertThat(files.get("evidence.html")).contains("KHÔNG KHỚP nội dung đang lưu");
    }

    @Test
    void holdsNobodyWhoIsNamedInIt() throws IOException {
        register(code);
        report(
                code,
                EntryKind.STEP,
                event("step", "10:00:00")
                        .put("note", "Đã gọi cho ông NGUYEN VAN MAU")
                        .set("step", Json.MAPPER.createObjectNode().put("name", "Kiểm tra 030085000000")));

        var files = unpacked(evidences.ofDossier(code, AUDITOR));

        assertThat(files.values())
                .allSatisfy(file -> assertThat(file)
                        .doesNotContain("030085000000")
                        .doesNotContainIgnoringCase("Văn Mẫu", "VAN MAU"));
        assertThat(evidence(files).at("/entries/1/body/step/name").asText()).isEqualTo("Kiểm tra …");
    }

    @Test
    void holdsTheDiscrepanciesFoundAndWhatTheSystemShowed() throws IOException {
        register(code);
        reconciled(code);

        var files = unpacked(evidences.ofDossier(code, AUDITOR));

        var found = evidence(files).at("/discrepancies/0");
        assertThat(found.path("kind").asText()).isEqualTo("TIME");
        assertThat(found.path("reason").asText()).isEqualTo("restamp");
        assertThat(found.path("minutes").asLong()).isEqualTo(435);
        var shown = StreamSupport.stream(evidence(files).at("/clocks/systems").spliterator(), false)
                .filter(system -> system.path("source").asText().equals("reconciliation"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("status").asText()).isEqualTo("processing");
        assertThat(shown.at("/stored/receivedAt/minutesAfterOurs").asLong()).isEqualTo(435);
        assertThat(files.get("evidence.html")).contains("QUÁ HẠN", "restamp", "khác thời gian");
    }

    private void reconciled(String dossier) {
        var run = java.util.UUID.randomUUID();
        jdbc.sql("""
                        insert into reconciliation (id, system, from_at, until_at, state, started_by, started_at)
                        values (?, 'e-certification', '2025-07-01T00:00+07', '2025-10-01T00:00+07', 'COMPARED', 'ops', now())""").param(run).update();
        jdbc.sql("insert into shown values (?, ?, 1, 1, ?)")
                .params(
                        run,
                        dossier,
                        "{\"status\":\"processing\",\"receivedAt\":\"2025-08-13T08:30:00+07:00\",\"dueAt\":\"2025-08-13T17:00:00+07:00\"}")
                .update();
        jdbc.sql("""
                        insert into discrepancy (system, dossier, kind, field, ours, theirs, minutes, reason, remedy, state,
                          reconciliation, found_at, seen_at)
                        values ('e-certification', ?, 'TIME', 'receivedAt', '2025-08-12T09:15:00+07:00',
                          '2025-08-13T08:30:00+07:00', 435, 'restamp', 'CORRECT', 'OPEN', ?, now(), now())""").params(dossier, run).update();
    }

    @Test
    void standsUnderTheSealsOfTheAudit() throws IOException {
        register(code);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("""
                                select count(*) from audit where dossier = ?
                                  and id <= (select max(last_id) from audit_seal)""").param(code).query(Long.class).single())
                        .isPositive());

        var audit = evidence(unpacked(evidences.ofDossier(code, AUDITOR))).path("audit");

        assertThat(audit.at("/acts/0/seal")).isEqualTo(audit.at("/seals/0/id"));
        assertThat(audit.at("/seals/0/hash").asText()).hasSize(64);
        assertThat(audit.path("acts"))
                .anyMatch(act -> act.path("action").asText().equals("evidence.make")
                        && act.path("actor").asText().equals("auditor"));
    }

    @Test
    void packsAPeriodWithAnIndexAndTotals() throws IOException {
        var other = Samples.code();
        registerInTuKy(code);
        registerInTuKy(other);
        reconciled(code);

        var all = unpacked(evidences.ofPeriod(period(false), AUDITOR));
        var differing = unpacked(evidences.ofPeriod(period(true), AUDITOR));

        assertThat(all).containsKeys(dossier(code), dossier(other), "index.html", "index.json", "manifest.json");
        assertThat(differing).containsKey(dossier(code)).doesNotContainKey(dossier(other));
        var index = Json.parse(differing.get("index.json").getBytes(UTF_8));
        assertThat(index.at("/totals/dossiers").asInt())
                .isEqualTo(index.path("dossiers").size());
        assertThat(index.at("/totals/withDiscrepancies").asInt())
                .isEqualTo(index.at("/totals/dossiers").asInt());
        assertThat(differing.get("index.html")).contains("dossiers/" + code + ".html");
    }

    @Test
    void keepsAPeriodToTheUnitsOfTheCaller() throws IOException {
        registerInTuKy(code);
        var elsewhere = new Caller("elsewhere", Set.of("upstream"), UnitScope.of(List.of("01")));

        assertThat(unpacked(evidences.ofPeriod(period(false), elsewhere)).keySet())
                .noneMatch(name -> name.startsWith("dossiers/"));
        assertThat(jdbc.sql("select detail from audit where actor = 'elsewhere' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(
                        "received 2025-07-01T00:00:00+07:00 to 2025-10-01T00:00:00+07:00 unit 31/" + TU_KY,
                        "dossiers 0");
    }

    private void registerInTuKy(String code) {
        var registration = Samples.registration(code);
        registration.withObjectProperty("unit").put("commune", TU_KY);
        var there = new Caller("tu-ky", Set.of("upstream"), UnitScope.of(List.of("31/" + TU_KY)));
        ledger.append(new Submission(there, null, code, EntryKind.REGISTERED, registration))
                .join();
    }

    private static Period period(boolean withDiscrepancies) {
        return new Period(
                OffsetDateTime.parse("2025-07-01T00:00:00+07:00"),
                OffsetDateTime.parse("2025-10-01T00:00:00+07:00"),
                "31",
                TU_KY,
                withDiscrepancies);
    }

    private static String dossier(String code) {
        return "dossiers/" + code + ".json";
    }

    private static JsonNode evidence(Map<String, String> files) {
        return Json.parse(files.get("evidence.json").getBytes(UTF_8));
    }

    private static JsonNode system(JsonNode evidence, String id) {
        return StreamSupport.stream(evidence.at("/clocks/systems").spliterator(), false)
                .filter(system -> system.path("system").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** The files of a package whose verification holds. */
    private Map<String, String> unpacked(Evidences.Prepared prepared) throws IOException {
        var out = new ByteArrayOutputStream();
        prepared.writeTo(out);
        var file = Files.write(folder.resolve(prepared.name()), out.toByteArray());
        assertThat(Verification.of(file, evidences.key()).faults()).isEmpty();
        var files = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
