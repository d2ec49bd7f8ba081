package vn.lienthong.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules that keep the house a house. */
class HouseRulesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.lienthong.hub");

    @Test
    void packagesDependOneWay() {
        ApplicationModules.of(Hub.class).verify();
    }

    @Test
    void onlyTheConnectorKnowsCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..connector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "org.apache.cxf..", "org.apache.kafka..")
                .check(HOUSE);
    }

    @Test
    void nothingBelowLooksUpward() {
        noClasses()
                .that()
                .resideInAnyPackage("..json..", "..commit..", "..mapping..", "..catalog..", "..security..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..ledger..",
                        "..connector..",
                        "..delivery..",
                        "..inquiry..",
                        "..payment..",
                        "..facade..",
                        "..intake..",
                        "..cli..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage("..ledger..", "..audit..", "..deadline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..connector..", "..delivery..", "..inquiry..", "..facade..", "..intake..", "..cli..")
                .check(HOUSE);
    }

    @Test
    void theRuntimeNamesNoSystem() throws IOException {
        var names = systems().stream().map(Pattern::quote).toList();
        var literal = Pattern.compile("\"[^\"\\n]*\\b(" + String.join("|", names) + ")\\b[^\"\\n]*\"");
        try (var files = Files.walk(MAIN)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(literal));
        }
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (var folders = Files.walk(MAIN)) {
            assertThat(folders.filter(Files::isDirectory).filter(HouseRulesTest::holdsJava))
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked"));
        }
    }

    @Test
    void noClassIsNamedAfterNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .check(HOUSE);
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        var leftBehind = Pattern.compile("TODO|FIXME|TBD|System\\.out\\.print|printStackTrace|Thread\\.sleep");
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("HouseRulesTest.java")))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(leftBehind));
        }
    }

    private static List<String> systems() throws IOException {
        try (var folders = Files.list(Path.of("integration"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("system.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    // a system that is called as the house calls one of its own packages cannot be told from it by
                    // the word
                    .filter(name ->
                            !Files.exists(MAIN.resolve("vn/lienthong/hub").resolve(name)))
                    .toList();
        }
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
