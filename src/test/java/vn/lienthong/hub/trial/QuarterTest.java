package vn.lienthong.hub.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.json.Times;

class QuarterTest {
    private static final OfficeRules RULES = OfficeRules.read(Path.of("."));
    private static final long SEED = 2025;
    private static final List<Story> STORIES = quarter(SEED).stories();
    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    private static final OffsetDateTime END = OffsetDateTime.parse("2025-09-15T17:00:00+07:00");

    @Test
    void countsWhatTheReportCounts() {
        assertThat(STORIES).hasSize(4374);
        assertThat(count(Story::online)).isEqualTo(1475);
        assertThat(count(story -> !story.online())).isEqualTo(2899);
        assertThat(count(Story::settled)).isEqualTo(4325);
        assertThat(count(Story::settledInTime)).isEqualTo(4325);
        assertThat(count(story -> !story.settled())).isEqualTo(49);
        assertThat(count(Story::restamped)).isEqualTo(28);
    }

    @Test
    void countsTheSameForAnotherSeed() {
        for (long seed : List.of(0L, 1L, -7L, 20250915L)) {
            var stories = quarter(seed).stories();
            assertThat(stories.stream().filter(Story::online)).hasSize(1475);
            assertThat(stories.stream().filter(Story::settledInTime)).hasSize(4325);
            assertThat(stories.stream().filter(Story::restamped)).hasSize(28);
        }
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(quarter(SEED).stories()).isEqualTo(STORIES);
        assertThat(quarter(SEED + 1).stories()).isNotEqualTo(STORIES);
    }

    @Test
    void happensInWorkingTimeOnly() {
        assertThat(STORIES)
                .allSatisfy(story -> assertThat(moments(story))
                        .allSatisfy(moment ->
                                assertThat(RULES.calendar().opening(moment)).isEqualTo(moment)));
    }

    @Test
    void coversEveryWorkingDayOfThePeriod() {
        var days = STORIES.stream().map(story -> day(receivedAt(story))).collect(Collectors.toSet());
        assertThat(days).hasSize(53).contains(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 15));
        assertThat(days).doesNotContain(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 2));
    }

    @Test
    void happensInOrderAndEndsByTheEndOfThePeriod() {
        assertThat(STORIES).allSatisfy(story -> {
            var moments = moments(story);
            for (int i = 1; i < moments.size(); i++) {
                assertThat(moments.get(i)).isAfter(moments.get(i - 1));
            }
            assertThat(moments.getLast()).isBefore(END);
        });
    }

    @Test
    void isDueWhenTheHubSaysSo() {
        assertThat(STORIES).allSatisfy(story -> {
            var procedure = RULES.procedure(text(story.registration(), "procedure"));
            var due = RULES.deadlines().due(procedure, story.channel(), receivedAt(story));
            assertThat(story.dueAt()).isEqualTo(due.dueAt());
            assertThat(story.registration().has("dueAt"))
                    .as("the hub reckons it")
                    .isFalse();
        });
    }

    @Test
    void leavesOpenOnlyWhatIsNotDueYet() {
        assertThat(STORIES.stream().filter(story -> !story.settled()))
                .allSatisfy(story -> assertThat(story.dueAt()).isAfter(END));
    }

    @Test
    void asksForFurtherPapersAtMostOnce() {
        assertThat(STORIES)
                .allSatisfy(story -> assertThat(
                                kinds(story).filter("supplement-asked"::equals).count())
                        .isLessThanOrEqualTo(1));
        assertThat(STORIES.stream().flatMap(QuarterTest::kinds)).contains("supplement-asked", "fee-paid", "withdrawn");
    }

    @Test
    void restampsCertificationsThatHaveTheirPaperResult() {
        assertThat(STORIES.stream().filter(Story::restamped)).allSatisfy(story -> {
            assertThat(story.field()).isEqualTo("CT");
            assertThat(kinds(story)).contains("result-signed");
            assertThat(story.events()).noneMatch(event -> event.at("/result").has("link"));
        });
    }

    @Test
    void givesEveryDossierItsOwnCodeOfItsDay() {
        assertThat(STORIES).extracting(Story::code).doesNotHaveDuplicates();
        assertThat(STORIES)
                .allSatisfy(story -> assertThat(story.code())
                        .matches("H24\\.129-" + "%ty%<tm%<td".formatted(day(receivedAt(story))) + "-\\d{4}"));
    }

    @Test
    void namesOnlyPeopleWhoDoNotExist() {
        assertThat(STORIES).allSatisfy(story -> {
            var text = story.registration().toString() + story.events();
            assertThat(TWELVE_DIGITS.matcher(text).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allMatch(number -> number.endsWith("000000"));
        });
    }

    @Test
    void keepsToTheContract() {
        var contract = Contract.load();
        var registration = contract.requestSchema("registerDossier");
        var event = contract.requestSchema("reportEvent");
        assertThat(STORIES).allSatisfy(story -> {
            assertThat(registration.check(story.registration())).isEmpty();
            assertThat(story.events())
                    .allSatisfy(body -> assertThat(event.check(body)).isEmpty());
        });
    }

    @Test
    void fillsInTheFormsThatCivilStatusUnderstands() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("mappings/civil-status/form.schema.json")));
        var forms = STORIES.stream()
                .filter(story -> story.field().equals("HT"))
                .map(story -> story.registration().get("form"))
                .toList();
        assertThat(forms)
                .hasSizeGreaterThan(900)
                .allSatisfy(form -> assertThat(schema.validate(form)).isEmpty());
        assertThat(forms).anyMatch(form -> form.has("child")).anyMatch(form -> form.has("deceased"));
    }

    @Test
    void takesAboutAsManyMessagesAsTheReportedTraffic() {
        assertThat(STORIES.stream().mapToInt(Story::messages).sum()).isBetween(20_000, 30_000);
    }

    @Test
    void shrinksToASampleOfTheSameDossiers() {
        var sample = quarter(SEED).sample(300).stories();
        assertThat(sample).hasSize(300).doesNotHaveDuplicates();
        assertThat(STORIES).containsAll(sample);
        assertThat(sample.stream().filter(Story::restamped)).hasSizeBetween(1, 3);
        assertThat(sample.stream().filter(Story::online)).hasSizeBetween(99, 103);
        assertThat(quarter(SEED).sample(9999).stories()).isEqualTo(STORIES);
    }

    private static Quarter quarter(long seed) {
        return Quarter.of(Script.daiSon(), RULES, seed);
    }

    private static long count(Predicate<Story> which) {
        return STORIES.stream().filter(which).count();
    }

    private static List<OffsetDateTime> moments(Story story) {
        var moments = new ArrayList<OffsetDateTime>();
        moments.add(receivedAt(story));
        story.events().forEach(event -> moments.add(OffsetDateTime.parse(text(event, "occurredAt"))));
        return moments;
    }

    private static OffsetDateTime receivedAt(Story story) {
        return OffsetDateTime.parse(text(story.registration(), "receivedAt"));
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Times.ZONE).toLocalDate();
    }

    private static Stream<String> kinds(Story story) {
        return story.events().stream().map(event -> text(event, "event"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
