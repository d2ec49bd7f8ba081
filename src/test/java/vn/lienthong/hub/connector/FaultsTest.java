package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    static List<Exception> beforeAnythingLeft() {
        return List.of(
                new ConnectException("refused"),
                new NoRouteToHostException(),
                new UnknownHostException("nobody"),
                new SSLHandshakeException("unknown authority"),
                new ConnectionRequestTimeoutException(),
                new ConnectTimeoutException("late"),
                new java.net.http.HttpConnectTimeoutException("late"),
                new Faults.RequestNotMapped(new Papers.Unreadable(new SocketTimeoutException("store of files"))),
                new org.apache.kafka.common.errors.TimeoutException("Topic t not present in metadata after 10000 ms."));
    }

    @ParameterizedTest
    @MethodSource("beforeAnythingLeft")
    void areCertainOnlyWhereNothingCanHaveLeft(Exception failure) {
        assertThat(Faults.of(new IOException(failure))).isInstanceOf(Outcome.Unreachable.class);
    }

    static List<Exception> perhapsAfterIt() {
        return List.of(
                new SocketTimeoutException("read"),
                new TimeoutException(),
                new SocketException("Connection reset"),
                new java.net.http.HttpTimeoutException("late"),
                new org.apache.kafka.common.errors.TimeoutException(
                        "Expiring 1 record(s) for t-0: 20000 ms has passed"),
                new Faults.ReplyNotMapped("empty", null),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("perhapsAfterIt")
    void areDoubtfulOtherwise(Exception failure) {
        assertThat(Faults.of(new IOException(failure))).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void tellPeopleInTheirLanguage() {
        assertThat(Stream.of(beforeAnythingLeft(), perhapsAfterIt())
                        .flatMap(List::stream)
                        .map(Faults::of))
                .allSatisfy(outcome -> assertThat(withoutAsides(outcome.text()))
                        .matches(".*[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ].*")
                        .doesNotEndWith(":"));
    }

    private static String withoutAsides(String text) {
        return text.replaceAll("\\[.*]", "").strip();
    }
}
