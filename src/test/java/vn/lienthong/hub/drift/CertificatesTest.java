package vn.lienthong.hub.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    /** Any two will do. */
    private static X509Certificate[] some() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers();
    }

    @Test
    void tellsOfAnotherOneOnceAndKnowsUntilWhenTheLastHolds() throws Exception {
        var both = Arrays.copyOf(some(), 2);
        var first = Certificates.judge(Known.NOTHING.tree(), both[0]);
        assertThat(first.moves()).isEmpty();
        assertThat(Certificates.judge(first.known(), both[0]).moves()).isEmpty();

        var second = Certificates.judge(first.known(), both[1]);
        assertThat(second.moves()).singleElement().satisfies(move -> {
            assertThat(move.what()).isEqualTo(Move.What.CERTIFICATE);
            assertThat(move.before()).isNotEqualTo(move.now());
        });
        assertThat(Certificates.judge(second.known(), both[0]).moves()).isEmpty(); // two that answer in turn
        assertThat(java.time.OffsetDateTime.parse(Certificates.until(second.known()))
                        .toInstant())
                .isEqualTo(both[1].getNotAfter().toInstant());
    }
}
