package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.json.Json;

class HubCommandsIT {
    private final FakeHub hub = new FakeHub();
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @BeforeEach
    void pointAtIt() {
        shell.with("HUB_URL", hub.url());
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void sendsASampleAndFollowsItByLongPoll() {
        hub.deliverAfter(3, "DELIVERED");

        assertThat(shell.type("send", "--sample")).isZero();

        assertThat(hub.dossiers()).hasSize(1);
        var code = hub.dossiers().keySet().iterator().next();
        assertThat(shell.out())
                .contains(code, "civil-status", "delivered", "Đã nhận", "Every system knows it, 0.0 s after");
        assertThat(hub.longPolls()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void sendsAFileAndSaysWhenItHadBeenSentBefore() throws IOException {
        var file = dossier("H24.129-250812-0035");
        assertThat(shell.type("send", file)).isZero();
        assertThat(shell.out()).doesNotContain("before");
        assertThat(shell.type("send", file)).isZero();
        assertThat(shell.out()).contains("It had been sent before.");
        assertThat(hub.dossiers()).hasSize(1);
    }

    @Test
    void tellsInVietnameseWhereTheEnvironmentOrTheCommandLineSaysSo() throws IOException {
        shell.with("HUB_LANG", "vi");
        assertThat(shell.type("send", dossier("H24.129-250812-0035"))).isZero();
        assertThat(shell.out())
                .contains("Mọi hệ thống đã biết, 0.0 giây sau", "TRẠNG THÁI", "Xem diễn biến: hub trace");
        assertThat(shell.type("trace", "H24.129-250812-0035")).isZero();
        assertThat(shell.out()).contains("Tiếp nhận", "SỰ KIỆN", "GHI NHẬN");
        assertThat(shell.type("ps", "--all", "--lang", "vi")).isZero();
        assertThat(shell.out()).contains("HỆ THỐNG", "ĐANG GỬI");
        assertThat(shell.type("ps", "--all", "--lang", "en")).isZero();
        assertThat(shell.out()).contains("IN FLIGHT");
    }

    @Test
    void failsWhenASystemRefuses() {
        hub.deliverAfter(1, "REFUSED");
        assertThat(shell.type("send", "--sample")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("refused", "A person must look at it.");
    }

    @Test
    void doesNotWaitWhenTold() {
        hub.deliverAfter(Integer.MAX_VALUE, "DELIVERED");
        assertThat(shell.type("send", "--sample", "--wait", "0")).isZero();
        assertThat(shell.out()).contains("pending");
        assertThat(hub.longPolls()).isZero();
    }

    @Test
    void writesOneLineOfJsonPerDossier() throws IOException {
        var first = dossier("H24.129-250812-0035");
        var second = dossier("H24.129-250812-0036");
        assertThat(shell.type("send", first, second, "--json")).isZero();
        assertThat(shell.out().lines())
                .extracting(line -> Json.MAPPER.readTree(line).get("code").asText())
                .containsExactly("H24.129-250812-0035", "H24.129-250812-0036");
    }

    @Test
    void tellsARefusalInBothLanguages() throws IOException {
        var body = Samples.registration("H24.129-250812-0035");
        body.withObjectProperty("applicant").put("idNumber", "0300850000001");
        var file = Files.writeString(folder.resolve("wrong.json"), body.toString());

        assertThat(shell.type("send", file.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(shell.err()).contains("request.invalid", "Không thể tiếp nhận", "idNumber", "fault id");
        assertThat(shell.type("send", file.toString(), "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(Json.MAPPER.readTree(shell.err()).get("code").asText()).isEqualTo("request.invalid");
    }

    @Test
    void tracesADossierThroughAllPagesOfItsTimeline() throws IOException {
        shell.type("send", dossier("H24.129-250812-0035"));
        assertThat(shell.out())
                .contains("Issued    30/12/2025 17:00:00 (a supplement was waited for since)")
                .contains("1,380 working minutes overdue");
        hub.dossiers().get("H24.129-250812-0035").events().add(Samples.event("result-signed", "10:00:00"));

        assertThat(shell.type("trace", "H24.129-250812-0035")).isZero();
        assertThat(shell.out())
                .contains("Due       31/12/2025 17:00:00 (computed)")
                .contains("Settled   12/08/2025 10:00:00 (in time)")
                .contains("registered", "result-signed", "e-certification");

        assertThat(shell.type("trace", "H24.129-250812-0035", "--json")).isZero();
        var json = Json.MAPPER.readTree(shell.out());
        assertThat(json.get("entries")).hasSize(2);
        assertThat(json.at("/dossier/code").asText()).isEqualTo("H24.129-250812-0035");
    }

    @Test
    void saysWhatAFailureMeansAndWhoseTurnItIs() throws IOException {
        hub.deliverAfter(0, "REFUSED");
        shell.type("send", dossier("H24.129-250812-0036"));

        assertThat(shell.type("trace", "H24.129-250812-0036")).isZero();

        assertThat(shell.out())
                .contains("event-stream: Thiếu tờ khai")
                .contains("  Cơ quan gửi hồ sơ: Bổ sung tờ khai");
    }

    @Test
    void showsWhatWasSentAndAnswered() {
        assertThat(shell.type("exchanges", "7")).isZero();
        assertThat(shell.out()).contains("‹name›", "Sent POST /hotich/1.0/dangKyHoTich", "Answered 200", "sai kiểu");
    }

    @Test
    void replaysWhatWasRecordedAgainstAnotherFolder() {
        assertThat(shell.type("replay", "--against", ".", "--since", "2025-08-01"))
                .isZero();
        assertThat(shell.err()).contains("0 messages compared, 0 come out otherwise; nothing was sent.");
        assertThat(shell.type("replay", "--against", "docs", "--since", "2025-08-01"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("replay", "--against", ".", "--since", "yesterday"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void failsToTraceWhatIsNotThere() {
        assertThat(shell.type("trace", "H24.129-250812-9999")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("dossier.not-found");
    }

    @Test
    void showsARowPerSystem() {
        assertThat(shell.type("systems")).isZero();
        assertThat(shell.out()).contains("event-stream", "closed", "12,345", "quá giờ");
        assertThat(shell.type("systems", "--json")).isZero();
        assertThat(shell.out()).startsWith("{\"items\":");
    }

    @Test
    void testsTheConnectionToEachSystemAndFailsWhenOneIsNotReached() throws IOException {
        assertThat(shell.type("systems", "--test")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).containsPattern("event-stream +no +1,204 +không gọi được: không kết nối được");
        assertThat(shell.type("systems", "--test", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(Json.MAPPER.readTree(shell.out()).at("/items/0/system").asText())
                .isEqualTo("event-stream");
    }

    @Test
    void showsWhatRunsNow() {
        assertThat(shell.type("ps")).isZero();
        assertThat(shell.out())
                .containsPattern("civil-status +open +1,200 +8 +1 +2 +1h5m +42")
                .containsPattern("repair retry +.* running +165 +271 +60 +ops")
                .doesNotContain("vnpost");
        assertThat(shell.type("ps", "--all")).isZero();
        assertThat(shell.out()).contains("vnpost");
        assertThat(shell.type("top", "--once", "--sort", "rate", "--all")).isZero();
        assertThat(shell.out().indexOf("civil-status")).isLessThan(shell.out().indexOf("vnpost"));
        assertThat(shell.type("top", "--every", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("ps", "--json")).isZero();
        assertThat(shell.out()).startsWith("{\"at\":");
    }

    @Test
    void showsWhereSystemsAnswerOtherwise() {
        assertThat(shell.type("drift")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("civil-status register POST /hotich/1.0/dangKyHoTich 200", "new         /data/ghiChu  string")
                .contains("/data/phi  number -> string", "hub exchanges 7, attempt 1");
        var id = "0198a000-0000-7000-8000-000000000003";
        assertThat(shell.type("drift", "--accept", id)).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("drift", "--accept", id, "--note", "đã sửa ánh xạ"))
                .isZero();
        assertThat(shell.type("drift", "--json", "--system", "civil-status")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).startsWith("{\"items\":");
    }

    @Test
    void saysWhatIsWrongAndWhatToDoInBothLanguages() throws IOException {
        assertThat(shell.type("doctor")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("error   broker.away: Kafka: does not answer", "-> Look after Kafka.", "1 errors")
                .doesNotContain("PostgreSQL 18");
        assertThat(shell.type("doctor", "--lang", "vi", "--all")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("-> Kiểm tra Kafka.", "1 lỗi", "java: java");
        assertThat(shell.type("doctor", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(Json.MAPPER.readTree(shell.out()).path("items")).isNotEmpty();
    }

    @Test
    void looksThroughWhatNeedsNoHubWhereThereIsNone() {
        hub.close();
        assertThat(shell.type("doctor")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(shell.out()).contains("hub.away", "secret.missing: civil-status");
        assertThat(shell.type("doctor", "--offline", "--home", folder.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("files.broken").doesNotContain("hub.away");
    }

    @Test
    void listsDueTimesThatComeOutOtherwisePageByPage() throws IOException {
        assertThat(shell.type("deadlines", "recheck", "--from", "2025-12-01", "--to", "2025-12-31"))
                .isZero();
        assertThat(shell.out())
                .contains("H24.129-251229-0001", "08/01/2026 09:00:00", "09/01/2026 09:00:00", "+480")
                .contains("2025-10-17-aa / 2024-01-01 7 working days", "2025-12-25-bb")
                .contains("H24.129-251230-0001", "procedure.unknown")
                .contains("1,200 due times reckoned again, 2 come out otherwise. Nothing was changed.");

        assertThat(shell.type("deadlines", "recheck", "--json")).isZero();
        assertThat(shell.out().lines()).hasSize(3).last().isEqualTo("{\"checked\":1200,\"moved\":2}");
    }

    @Test
    void saysThatTheSecretIsWrong() {
        assertThat(shell.type("systems", "--client", "ops", "--secret", "guess"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.err())
                .contains("client 'ops'", "invalid_client", "--secret")
                .doesNotContain("guess");
    }

    @Test
    void fetchesANewTokenWhenTheOldOneIsWorn() {
        try (var client = new HubClient(
                java.net.URI.create(hub.url()),
                new SignIn(java.net.URI.create(hub.url() + "/oauth2/token"), "ops", "ops-local-secret"))) {
            client.get("/systems");
            client.get("/systems");
            assertThat(hub.tokens()).isEqualTo(1);
            hub.wearTokens();
            client.get("/systems");
            assertThat(hub.tokens()).isEqualTo(2);
        }
    }

    private String dossier(String code) throws IOException {
        return Files.writeString(
                        folder.resolve(code + ".json"),
                        Samples.registration(code).toString())
                .toString();
    }
}
