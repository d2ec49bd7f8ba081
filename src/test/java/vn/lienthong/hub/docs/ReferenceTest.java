package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import picocli.CommandLine;
import vn.lienthong.hub.check.Rule;
import vn.lienthong.hub.cli.Commands;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.diagnosis.Symptom;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.mapping.Dialect;

/** The reference names everything that there is. */
class ReferenceTest {
    private static final Pattern SWITCH = Pattern.compile("(?m)^([a-z-]+):");
    private static final Pattern SWITCH_ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\| [a-z]");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");
    private static final Pattern PLACEHOLDER = Pattern.compile("\"\\$\\{(hub\\.[a-z.-]+)");

    @Test
    void namesEveryKeyOfTheCard() throws IOException {
        var schema = Json.parse(Files.readAllBytes(Path.of("src/main/resources/schema/system.schema.json")));
        var page = Page.of("docs/reference/cards.md");

        assertThat(keys(schema, "")).hasSizeGreaterThan(30).allMatch(page::says);
    }

    private static List<String> keys(JsonNode schema, String prefix) {
        var keys = new ArrayList<String>();
        for (var property : schema.path("properties").properties()) {
            var key = prefix + property.getKey();
            keys.add(key);
            keys.addAll(keys(property.getValue(), key + "."));
            keys.addAll(keys(property.getValue().path("items"), key + "."));
            keys.addAll(keys(property.getValue().path("additionalProperties"), key + "."));
        }
        return keys;
    }

    @Test
    void namesEverySettingOfTheHub() throws Exception {
        var page = Page.of("docs/reference/settings.md");

        assertThat(settings()).hasSizeGreaterThan(10).allMatch(page::says);
    }

    private static List<String> settings() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var names = new ArrayList<String>();
        for (var found : scanner.findCandidateComponents("vn.lienthong.hub")) {
            var type = Class.forName(found.getBeanClassName());
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            Arrays.stream(type.getRecordComponents())
                    .map(component -> prefix + "." + kebab(component))
                    .forEach(names::add);
        }
        names.addAll(placeholders());
        return names;
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> placeholders() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var names = new ArrayList<String>();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                PLACEHOLDER.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        }
    }

    @Test
    void namesEveryCommand() {
        var page = Page.of("docs/reference/commands.md").text();

        assertThat(new CommandLine(new Commands()).getSubcommands().keySet())
                .filteredOn(name -> !name.equals("help"))
                .allMatch(name -> page.contains("| `" + name));
    }

    @Test
    void namesEveryFindingOfACheck() {
        var page = Page.of("docs/reference/check.md");

        assertThat(Rule.values()).allMatch(rule -> page.says(rule.code()));
    }

    @Test
    void namesEverySymptomOfADiagnosis() {
        var page = Page.of("docs/reference/doctor.md");

        assertThat(Symptom.values()).allMatch(symptom -> page.says(symptom.code()));
    }

    @Test
    void namesEveryStateOfADelivery() {
        var page = Page.of("docs/reference/deliveries.md");

        assertThat(DeliveryState.values()).allMatch(state -> page.says(state.name()));
    }

    @Test
    void namesEveryStateOfADeliveryToThePeopleOfAnOffice() {
        var page = Page.of("docs/how-to/vi-theo-doi-ho-so.md");

        assertThat(DeliveryState.values()).allMatch(state -> page.says(state.name()));
        assertThat(DossierStatus.values()).allMatch(status -> page.says(status.word()));
    }

    @Test
    void namesEveryEntryAndStatus() {
        var page = Page.of("docs/reference/dossiers.md");

        assertThat(EntryKind.values()).allMatch(kind -> page.says(kind.word()));
        assertThat(DossierStatus.values()).allMatch(status -> page.says(status.word()));
    }

    @Test
    void tellsOnlyOfSwitchesThatThereAre() throws IOException {
        var told = SWITCH_ROW
                .matcher(Page.of("docs/how-to/rehearse-faults.md").text())
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1));

        assertThat(told.toList()).hasSizeGreaterThan(10).isSubsetOf(switches());
    }

    private static List<String> switches() throws IOException {
        try (var files = Files.walk(Path.of("integration"))) {
            var names = new ArrayList<String>();
            for (var file : files.filter(f -> f.endsWith("faults.yaml")).toList()) {
                SWITCH.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        }
    }

    @Test
    void namesEveryVariableOfMappings() {
        var page = Page.of("docs/reference/mappings.md");

        assertThat(Dialect.MAPPING.variables()).allMatch(name -> page.says("$" + name));
    }
}
