package vn.lienthong.hub.catalog;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Part;

/**
 * The code lists of the live edition. {@code hub.catalog.units} may name a province's own list of units, an absolute path
 * or one under {@code hub.home}; unless it lies in the catalogue, it is in no edition, and read again with each.
 */
@Configuration(proxyBeanMethods = false)
class CodeListConfiguration {
    private final Path home;

    /** A text, not a Path: Spring would look for "." on the class path first. */
    CodeListConfiguration(@Value("${hub.home:.}") String home) {
        this.home = Path.of(home);
    }

    @Bean
    Part<Units> unitsOfAnEdition(@Value("${hub.catalog.units:mappings/catalogue/units.csv}") String csv) {
        return new Part<>(Units.class, reading -> Units.read(reading.tree().file(csv, home)));
    }

    @Bean
    Units units(Live live) {
        return new Units(() -> live.part(Units.class).byCommune());
    }

    /** What the mappings look codes up in; the units are those above. */
    @Bean
    Part<CodeLists> listsOfAnEdition(@Value("${hub.catalog.units:mappings/catalogue/units.csv}") String csv) {
        return new Part<>(
                CodeLists.class,
                reading -> CodeLists.read(
                        reading.tree().catalogue(), reading.tree().file(csv, home)));
    }

    @Bean
    Part<Procedures> proceduresOfAnEdition() {
        return new Part<>(
                Procedures.class,
                reading -> Procedures.read(reading.tree().catalogue().resolve("procedures.yaml")));
    }

    @Bean
    Procedures procedures(Live live) {
        return new Procedures(() -> live.part(Procedures.class).byCode());
    }

    @Bean
    Part<KnownFailures> failuresOfAnEdition() {
        return new Part<>(
                KnownFailures.class,
                reading -> KnownFailures.read(reading.tree().catalogue().resolve("failures")));
    }

    @Bean
    KnownFailures knownFailures(Live live) {
        return new KnownFailures(() -> live.part(KnownFailures.class).bySystem());
    }
}
