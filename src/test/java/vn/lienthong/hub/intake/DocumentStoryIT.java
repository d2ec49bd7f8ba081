package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.local.LocalClient.OPS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

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

    /** A document of another agency about a dossier, with one attachment and its hash. */
    private static final String DOCUMENT = """
            <edXML:edXML xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXML:edXMLEnvelope><edXML:edXMLHeader>
            <edXML:MessageHeader><edXML:From><edXML:OrganId>000.00.05.H24</edXML:OrganId></edXML:From>
            <edXML:DocumentId>%1$s</edXML:DocumentId>
            <edXML:Code><edXML:CodeNumber>77</edXML:CodeNumber><edXML:CodeNotation>CV-DD</edXML:CodeNotation></edXML:Code>
            <edXML:PromulgationInfo><edXML:PromulgationDate>2025/08/13</edXML:PromulgationDate></edXML:PromulgationInfo>
            <edXML:Subject>V/v hồ sơ %2$s</edXML:Subject></edXML:MessageHeader>
            <Signature><SignedInfo><Reference URI="cid:a1">
            <DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>%3$s</DigestValue>
            </Reference></SignedInfo></Signature>
            </edXML:edXMLHeader></edXML:edXMLEnvelope>
            <AttachmentEncoded><Attachment><ContentId>a1</ContentId><AttachmentName>Công văn.pdf</AttachmentName>
            <edXML:ContentTransferEncoded>%4$s</edXML:ContentTransferEncoded></Attachment></AttachmentEncoded></edXML:edXML>
            """;

    private static final byte[] PAPER = "%PDF-1.7 a letter about land".getBytes(UTF_8);

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IntakeSettings settings;

    private void comesIn(String id, String text) {
        AXIS.store("inbox", id, Map.of("docId", id, "text", text));
    }

    /** Somebody writes about the dossier of this test; what the document is called. */
    private String documentComesIn(String id) {
        var document = "000.00.05.H24,2025/08/13,77-" + code + "/CV-DD";
        var base64 = Base64.getEncoder();
        comesIn(
                id,
                DOCUMENT.formatted(
                        document, code, base64.encodeToString(Json.sha256(PAPER)), base64.encodeToString(PAPER)));
        return document;
    }

    /** The statuses that went to whoever sent the document, by their codes. */
    private List<String> statuses(String document) {
        return AXIS.state("told")
                .valueStream()
                .map(DocumentStoryIT::content)
                .filter(status -> status.contains("<edXML:DocumentId>" + document + "<"))
                .map(status -> between(status, "StatusCode") + " " + between(status, "Timestamp"))
                .sorted()
                .toList();
    }

    private static String content(JsonNode sent) {
        return new String(Base64.getDecoder().decode(sent.path("content").asText()), UTF_8);
    }

    private static String between(String xml, String element) {
        var begin = xml.indexOf("<edXML:" + element + ">") + element.length() + 8;
        return xml.substring(begin, xml.indexOf('<', begin));
    }

    private String at(String column, String from) {
        return DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss")
                .format(Times.inOffice(jdbc.sql("select " + column + " from " + from)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant()));
    }

    private static ObjectNode step(String time) {
        var step = event("step", time);
        step.putObject("step").put("name", "Thẩm định");
        return step;
    }

    private JsonNode files() throws IOException {
        return Json.MAPPER.readTree(door().get("/files?dossier=" + code).body()).path("items");
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
    void whoeverSendsADocumentHearsThatItArrivedAndHowItGoesOn() throws IOException {
        register("1.012812", "counter");
        report(step("14:00:00"));
        var document = documentComesIn("in-" + code);
        AXIS.fault("lose-acknowledgement");
        AXIS.fault("doubles");
        fetch();
        var arrived = "01 " + at("received_at", "received where message = 'in-" + code + "'");
        var taken = AXIS.count("documents");
        AXIS.fault("lose-acknowledgement", false);
        fetch();

        assertThat(statuses(document)).containsExactly(arrived);
        assertThat(AXIS.count("documents")).as("told again, in the same words").isEqualTo(taken + 1);
        assertThat(told("in-" + code)).isEqualTo("done");

        report(step("15:00:00"));
        report(event("result-returned", "16:00:00"));
        awaitDelivered("document-axis");
        var of = "entry where dossier = '" + code + "' and seq = ";
        assertThat(statuses(document))
                .containsExactly(arrived, "05 " + at("recorded_at", of + 4), "06 " + at("recorded_at", of + 5));
    }

    @Test
    void nobodyHearsOfADossierThatNobodyWroteAboutAndNoStatusIsAnswered() throws IOException {
        register("1.012812", "counter");
        comesIn("s-" + code, status("03", "2025/08/30 08:00:00"));
        fetch();
        report(step("15:00:00"));

        assertThat(timeline("noted", "recorded")).hasSize(1);
        assertThat(told("s-" + code)).isEqualTo("done");
        assertThat(statuses("000.00.12.H24,2025/08/29," + code + "/KQ")).isEmpty();
        assertThat(jdbc.sql("select count(*) from delivery where dossier = ? and system = 'document-axis'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAttachmentBecomesAPaperOfTheDossier() throws IOException {
        register("1.012812", "counter");
        documentComesIn("att-" + code);
        fetch();

        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(Json.sha256(PAPER)));
            assertThat(file.path("kind").asText()).isEqualTo("van-ban-den");
            assertThat(jdbc.sql("select body from entry where dossier = ? and kind = 'noted'")
                            .param(code)
                            .query(String.class)
                            .single())
                    .contains(file.path("id").asText())
                    .doesNotContain("base64");
        });
    }

    @Test
    void aDocumentIsNotTakenWhoseAttachmentIsSpoiltOrWhoseDossierIsUnknown() throws IOException {
        var unknown = documentComesIn("none-" + code);
        fetch();
        assertThat(received("cause", "none-" + code)).containsExactly("dossier.not-found");
        assertThat(statuses(unknown)).singleElement().asString().startsWith("02 ");

        register("1.012812", "counter");
        AXIS.fault("malformed-attachment");
        documentComesIn("bad-" + code);
        fetch();
        AXIS.calm();
        AXIS.fault("wrong-hash");
        documentComesIn("hash-" + code);
        fetch();

        assertThat(received("cause", "bad-" + code)).containsExactly("request.invalid");
        assertThat(received("cause", "hash-" + code)).containsExactly("file.digest-differs");
        assertThat(told("bad-" + code)).isEqualTo("fail");
        assertThat(files()).isEmpty();
        assertThat(timeline("noted", "recorded")).isEmpty();
    }

    @Test
    void aSenderWhoCannotBeToldKeepsNobodyElseFromBeingHeard() throws IOException {
        register("1.012812", "counter");
        AXIS.fault("refuse-statuses");
        documentComesIn("left-" + code);
        AXIS.fault("late-status");
        comesIn("late-" + code, status("03", "2025/08/30 08:00:00"));
        fetch();
        assertThat(told("left-" + code)).isEqualTo("done");
        assertThat(timeline("noted", "recorded")).hasSize(1);

        AXIS.fault("late-status", false);
        fetch();
        assertThat(told("late-" + code)).isEqualTo("done");
        assertThat(timeline("noted", "recorded")).hasSize(2);
    }

    @Test
    void aResultGoesOutWithItsPaper() throws IOException {
        register("1.012812", "counter");
        var filed = door().send(door().to("/files?dossier=" + code + "&kind=BBHG")
                .POST(HttpRequest.BodyPublishers.ofByteArray(PAPER)));
        var file = Json.MAPPER.readTree(filed.body()).path("id").asText();
        var signed = event("result-signed", "14:00:00");
        signed.putArray("papers").addObject().put("name", "Biên bản.pdf").put("file", file);
        report(signed);
        awaitDelivered("document-axis");

        assertThat(AXIS.state("sent").valueStream().map(DocumentStoryIT::content))
                .filteredOn(sent -> sent.contains(code))
                .singleElement()
                .asString()
                .contains("<edXML:ContentTransferEncoded>" + Base64.getEncoder().encodeToString(PAPER) + "<");
        assertThat(jdbc.sql("select actor from audit where action = 'file.read' and dossier = ?")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("system:document-axis");
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
