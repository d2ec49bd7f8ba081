package vn.lienthong.hub.connector;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.kafka.KafkaComponent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How every route signs in to the broker: by the settings that Spring has for it, {@code spring.kafka.security.*},
 * {@code .ssl.*} and {@code .properties.*}. Without any of them a broker is talked to in the open, as by default.
 */
final class BrokerSignIn {
    private static final String SPRING = "spring.kafka.";
    private static final Bindable<Map<String, String>> TEXTS = Bindable.mapOf(String.class, String.class);

    /** Setting of Spring → what the broker's client calls it. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("security.protocol", "security.protocol"),
            Map.entry("ssl.protocol", "ssl.protocol"),
            Map.entry("ssl.key-password", "ssl.key.password"),
            Map.entry("ssl.key-store-location", "ssl.keystore.location"),
            Map.entry("ssl.key-store-password", "ssl.keystore.password"),
            Map.entry("ssl.key-store-type", "ssl.keystore.type"),
            Map.entry("ssl.key-store-certificate-chain", "ssl.keystore.certificate.chain"),
            Map.entry("ssl.key-store-key", "ssl.keystore.key"),
            Map.entry("ssl.trust-store-location", "ssl.truststore.location"),
            Map.entry("ssl.trust-store-password", "ssl.truststore.password"),
            Map.entry("ssl.trust-store-type", "ssl.truststore.type"),
            Map.entry("ssl.trust-store-certificates", "ssl.truststore.certificates"));

    private BrokerSignIn() {}

    static KafkaComponent component(Environment environment) {
        var component = new KafkaComponent();
        component.getConfiguration().setAdditionalProperties(properties(environment));
        return component;
    }

    static Map<String, Object> properties(Environment environment) {
        var binder = Binder.get(environment);
        var properties = new HashMap<String, Object>();
        NAMES.forEach((spring, kafka) -> binder.bind(SPRING + spring, String.class)
                .ifBound(value -> properties.put(kafka, file(spring, value))));
        properties.putAll(binder.bind(SPRING + "properties", TEXTS).orElseGet(Map::of));
        return properties;
    }

    /** Spring writes a place as a resource, the client of the broker knows files only. */
    private static String file(String setting, String value) {
        return setting.endsWith("-location") ? value.replaceFirst("^file:(//(?=/))?", "") : value;
    }
}
