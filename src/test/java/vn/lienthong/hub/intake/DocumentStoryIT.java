package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.local.LocalClient.OPS;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.json.Json;

/** Documents come over the axis: listed, fetched, kept, reported, acknowledged; what is malformed is put aside. */
class DocumentStoryIT extends IntakeStory {
    private static final String STATUS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <edXML:edXML xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXML:edXMLEnvelope><edXML:edXMLHeader>
            <edXML:Status><edXML:ResponseFor><edXML:OrganId>000.00.12.H24</edXML:OrganId>
            <edXML:Code>%1$s/KQ</edXML:Code><edXML:DocumentId>000.00.12.H24,2025/08/29,%1$s/KQ</edXML:DocumentId>
            </edXML:ResponseFor><edXML:StatusCode>%2$s</edXML:StatusCode>
            <edXML:Timestamp>%3$s</edXML:Timestamp></edXML:Status>
            </edXML:edXMLHeader></edXML:edXMLEnvelope></edXML:edXML>
            """;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IntakeSettings settings;

    private void comesIn(String id, String text) {
        AXIS.store("inbox", id, Map.of("docId", id, "text", text));
    }

    private String told(String id) {
        return AXIS.state("inbox").path(id).path("status").asText();
    }

    private String status(String status, String time) {
        return STATUS.formatted(code, status, time);
    }

    @Test
    void aDocumentGoesOutAndWhatBecomesOfItComesBackInAnyOrder() throws IOException {
        register("1.012812", "counter");
        report(event("result-signed", "14:00:00"));
        awaitDelivered("document-axis");
        var sent = AXIS.state("sent").valueStream().reduce((a, b) -> b).orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(sent.path("content").asText()), UTF_8))
                .contains("<edXML:CodeNumber>" + code + "</edXML:CodeNumber>");

        comesIn("b-" + code, status("06", "2025/09/02 10:00:00"));
        comesIn("a-" + code, status("03", "2025/08/30 08:00:00"));
        AXIS.fault("listed-twice");
        fetch();
        fetch();

        assertThat(dossier().at("/notes/0/text").asText()).isEqualTo("Đã xử lý xong văn bản");
        assertThat(timeline("noted", "occurred"))
                .extracting(entry -> entry.at("/data/noted/code").asText())
                .containsExactly("03", "06");
        assertThat(told("a-" + code)).isEqualTo("done");
        assertThat(told("b-" + code)).isEqualTo("done");
    }

    @Test
    void whatIsMalformedIsPutAsideAsItCameAndTheSenderIsTold() throws IOException {
        comesIn("junk-" + code, "1212" + status("03", "2025/08/30 08:00:00"));
        comesIn("date-" + code, status("03", "2014/02/30 08:00:00"));
        comesIn("dtd-" + code, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<edXML>&e;</edXML>");

        fetch();

        assertThat(received("cause", "junk-" + code)).containsExactly("request.unreadable");
        assertThat(received("cause", "date-" + code)).containsExactly("hub.mapping");
        assertThat(received("cause", "dtd-" + code)).containsExactly("request.unreadable");
        assertThat(received("detail", "dtd-" + code)).noneMatch(detail -> detail.contains("passwd"));
        assertThat(told("junk-" + code)).isEqualTo("fail");
        assertThat(told("dtd-" + code)).isEqualTo("fail");
    }

    @Test
    void aKilledNodeLeavesNothingFetchedTwiceAndNothingUnacknowledged() throws IOException {
        register("1.012812", "counter");
        comesIn("k-" + code, status("03", "2025/08/30 08:00:00"));
        AXIS.fault("lose-acknowledgement");
        fetch();
        var fetched = AXIS.count("fetched");
        AXIS.calm();

        fetch();

        assertThat(AXIS.count("fetched")).isEqualTo(fetched);
        assertThat(told("k-" + code)).isEqualTo("done");
        assertThat(timeline("noted", "recorded")).hasSize(1);
    }

    @Test
    void whatWasReportedLongAgoIsForgottenAndWhatWasPutAsideIsNot() throws IOException {
        register("1.012812", "counter");
        comesIn("old-" + code, status("03", "2025/08/30 08:00:00"));
        comesIn("odd-" + code, "1212" + status("03", "2025/08/30 08:00:00"));
        fetch();

        forgetAllIn(Duration.ofDays(89));
        assertThat(received("state", "old-" + code)).isNotEmpty();
        forgetAllIn(Duration.ofDays(91));

        assertThat(received("state", "old-" + code)).isEmpty();
        assertThat(received("state", "odd-" + code)).containsExactly("DEAD");
        AXIS.store("inbox", "old-" + code, Map.of("docId", "old-" + code, "text", status("03", "2025/08/30 08:00:00")));
        fetch();
        assertThat(timeline("noted", "recorded")).hasSize(1);
    }

    /** As if that much time had passed; only for the one who forgets. */
    private void forgetAllIn(Duration time) {
        var forgetting = new Forgetting(
                jdbc, audit, transaction, settings, () -> CLOCK.instant().plus(time));
        var some = true;
        while (some) {
            some = forgetting.some();
        }
    }

    @Test
    void whatCameTooEarlyIsPutBackByAPersonAndIsThenReported() throws IOException {
        comesIn("early-" + code, status("03", "2025/08/30 08:00:00"));
        fetch();
        assertThat(received("cause", "early-" + code)).containsExactly("dossier.not-found");
        register("1.012812", "counter");
        var id = received("id", "early-" + code).getFirst();

        var raw = as(OPS, "GET", "/received/" + id + "/raw");
        var retried = as(OPS, "POST", "/received/" + id + "/retry");
        leftOver.settleWhatIsDue();

        assertThat(raw.body()).contains(code);
        assertThat(Json.MAPPER.readTree(retried.body()).path("state").asText()).isEqualTo("TAKEN");
        assertThat(received("state", "early-" + code)).containsExactly("REPORTED");
        assertThat(timeline("noted", "recorded")).hasSize(1);
        assertThat(jdbc.sql("select action from audit where detail = ? order by id")
                        .param("received " + id + " of document-axis")
                        .query(String.class)
                        .list())
                .containsExactly("intake.read", "intake.retry");
    }
}
