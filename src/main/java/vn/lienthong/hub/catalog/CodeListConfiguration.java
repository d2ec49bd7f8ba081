package vn.lienthong.hub.catalog;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The code lists of the folder {@code hub.home}. {@code hub.catalog.units} may name a province's own list of units, an
 * absolute path or one under {@code hub.home}.
 */
@Configuration(proxyBeanMethods = false)
class CodeListConfiguration {
    private final Path home;

    /** A text, not a Path: Spring would look for "." on the class path first. */
    CodeListConfiguration(@Value("${hub.home:.}") String home) {
        this.home = Path.of(home);
    }

    @Bean
    Units units(@Value("${hub.catalog.units:mappings/catalogue/units.csv}") String csv) {
        return Units.read(home.resolve(csv));
    }

    @Bean
    Procedures procedures() {
        return Procedures.read(home.resolve("mappings/catalogue/procedures.yaml"));
    }

    @Bean
    KnownFailures knownFailures() {
        return KnownFailures.read(home.resolve("mappings/catalogue/failures"));
    }
}
