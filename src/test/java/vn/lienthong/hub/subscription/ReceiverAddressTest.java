package vn.lienthong.hub.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where events may be sent to. Addresses are numbers, so that nobody's names are asked for. */
class ReceiverAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/events", "HTTPS://203.0.113.7:8443/?x=1"})
    void isPublicAndOverTls(String url) {
        assertThat(ReceiverAddress.isAllowed(url, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.7/events",
                "https://127.0.0.1/events",
                "https://10.1.2.3/events",
                "https://[::1]/events",
                "https://169.254.169.254/latest",
                "ftp://203.0.113.7/events"
            })
    void isNothingElse(String url) {
        assertThat(ReceiverAddress.isAllowed(url, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@203.0.113.7/",
                "https://203.0.113.7/#part",
                "https:///events",
                "https://203.0.113.7/a b",
                "file:///etc/passwd"
            })
    void isNeverWithASecretOrAPartThatIsNotSentOrWithoutAHost(String url) {
        assertThat(ReceiverAddress.isAllowed(url, false)).isFalse();
        assertThat(ReceiverAddress.isAllowed(url, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8081/events", "https://10.1.2.3/"})
    void isAnywhereWhereTheCardSaysSo(String url) {
        assertThat(ReceiverAddress.isAllowed(url, true)).isTrue();
    }
}
