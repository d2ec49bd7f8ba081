package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class BrokerSignInTest {
    private static final String JAAS = "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"hub\" password=\"a&b=c%d+;\";";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isNoneUnlessSomethingIsSet() {
        assertThat(producing()).containsEntry("security.protocol", "PLAINTEXT").doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void takesWhatSpringTakesForPasswordsOverTls() {
        environment
                .withProperty("spring.kafka.security.protocol", "SASL_SSL")
                .withProperty("spring.kafka.ssl.trust-store-location", "file:/etc/hub/trust.p12")
                .withProperty("spring.kafka.ssl.trust-store-password", "secret")
                .withProperty("spring.kafka.ssl.trust-store-type", "PKCS12")
                .withProperty("spring.kafka.properties.sasl.mechanism", "SCRAM-SHA-512")
                .withProperty("spring.kafka.properties.sasl.jaas.config", JAAS);

        assertThat(producing())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.location", "/etc/hub/trust.p12")
                .containsEntry("ssl.truststore.password", "secret")
                .containsEntry("ssl.truststore.type", "PKCS12")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("sasl.jaas.config", JAAS);
        assertThat(consuming()).containsEntry("security.protocol", "SASL_SSL").containsEntry("sasl.jaas.config", JAAS);
    }

    @ParameterizedTest
    @CsvSource({
        "file:/etc/hub/key.p12, /etc/hub/key.p12",
        "file:///etc/hub/key.p12, /etc/hub/key.p12",
        "/etc/hub/key.p12, /etc/hub/key.p12",
        "file:key.p12, key.p12"
    })
    void findsAFileHoweverItIsWritten(String written, String file) {
        environment.withProperty("spring.kafka.ssl.key-store-location", written);

        assertThat(producing()).containsEntry("ssl.keystore.location", file);
    }

    private Properties producing() {
        return endpoint().getConfiguration().createProducerProperties();
    }

    private Properties consuming() {
        return endpoint().getConfiguration().createConsumerProperties();
    }

    private KafkaEndpoint endpoint() {
        var context = new DefaultCamelContext();
        context.addComponent("kafka", BrokerSignIn.component(environment));
        return context.getEndpoint("kafka:anything?brokers=localhost:1", KafkaEndpoint.class);
    }
}
