package vn.lienthong.hub.catalog;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the cards at start; a hub with a bad card does not start. */
@Configuration(proxyBeanMethods = false)
class CardConfiguration {
    @Bean
    Cards cards(@Value("${hub.integration}") String folder, ConfigurableEnvironment environment) {
        return Cards.load(Path.of(folder), environment);
    }
}
