package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Times;

/** Statuses of judicial records are fetched: until acknowledged in the first contract, by time in the second. */
class RecordStoryIT extends IntakeStory {
    private void request(String channel) throws IOException {
        register("2.000488", channel);
        awaitDelivered("judicial-record");
    }

    private void issue(String table, String field, int status) {
        var record = (ObjectNode) RECORDS.state(table).get(code).deepCopy();
        var now = Times.inOffice(CLOCK.instant().truncatedTo(ChronoUnit.SECONDS));
        record.put(field, status)
                .put(
                        "ngayCapNhat",
                        DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").format(now))
                .put("luc", Times.text(now));
        RECORDS.store(table, code, record);
    }

    private int acknowledged() {
        return RECORDS.state("hoSo").path(code).path("daNhan").size();
    }

    @Test
    void aStatusIsKeptThenReportedThenAcknowledgedOnce() throws IOException {
        request("counter");

        fetch();
        assertThat(dossier().path("status").asText()).isEqualTo("processing");
        assertThat(acknowledged()).isEqualTo(1);
        issue("hoSo", "trangThai", 5);
        fetch();
        fetch();

        assertThat(dossier().path("status").asText()).isEqualTo("signed");
        assertThat(timeline("step", "recorded")).hasSize(1);
        assertThat(timeline("result-signed", "recorded")).hasSize(1);
        assertThat(acknowledged()).isEqualTo(2);
        assertThat(received("state", code)).containsExactly("REPORTED", "REPORTED");
    }

    @Test
    void aLostAcknowledgementIsMadeAgainAndNothingIsDoubled() throws IOException {
        request("counter");
        RECORDS.fault("lose-acknowledgement");

        fetch();
        assertThat(acknowledged()).isZero();
        RECORDS.calm();
        fetch();

        assertThat(acknowledged()).isEqualTo(1);
        assertThat(timeline("step", "recorded")).hasSize(1);
        assertThat(received("state", code)).containsExactly("REPORTED");
    }

    @Test
    void aSystemThatIsDownIsAskedAgainFromTheSamePlace() throws IOException {
        request("counter");
        RECORDS.fault("down");

        fetch();
        assertThat(jdbc.sql("select fault from pull where system = 'judicial-record' and name = 'statuses'")
                        .query(String.class)
                        .single())
                .isNotBlank();
        RECORDS.calm();
        fetch();

        assertThat(timeline("step", "recorded")).hasSize(1);
    }

    @Test
    void aStatusThatNobodyCanReadIsPutAsideAndTheOthersGoOn() throws IOException {
        request("counter");
        RECORDS.fault("broken-status", Map.of("dossiers", List.of(code)));

        fetch();

        assertThat(received("state", code)).containsExactly("DEAD");
        assertThat(received("cause", code)).containsExactly("hub.mapping");
        assertThat(acknowledged()).isEqualTo(1);
    }

    @Test
    void aRoundLooksBackBehindTheOneBeforeAndDoublesNothing() throws IOException {
        request("online");

        fetch();
        issue("vneid", "trangThaiXuLy", 9);
        fetch();
        fetch();

        assertThat(dossier().path("status").asText()).isEqualTo("signed");
        assertThat(timeline("result-signed", "recorded")).hasSize(1);
    }
}
