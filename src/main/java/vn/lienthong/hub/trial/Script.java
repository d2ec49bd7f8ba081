package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.json.Json;

/**
 * What is to be played, from {@code trial/<name>.yaml}: what the report counts, and of what the dossiers are made.
 *
 * @param withdrawn of a hundred settled dossiers
 * @param supplements reasons to ask for further papers
 */
public record Script(
        String title,
        Report report,
        Office office,
        Period period,
        Restamp restamp,
        List<Recipient> systems,
        List<Matter> matters,
        Refusals refused,
        double withdrawn,
        List<String> supplements,
        People people) {

    /** What the report counts; all others came to the counter or by post, or are open. */
    public record Report(int received, int online, int settled, int shownOverdue) {
        int open() {
            return received - settled;
        }
    }

    record Office(JsonNode unit, String agency, String nationalAgency, String address, List<JsonNode> officers) {}

    record Period(LocalDate from, LocalDate to) {}

    /**
     * The system that restarts the clock of some dossiers, as its simulator plays it.
     *
     * @param fault the switch, which takes the dossiers and the clock
     * @param report where the simulator tells which dossiers it shows overdue at the end of the period
     * @param known JSON pointer into that report: how many dossiers it has
     * @param overdue JSON pointer into that report: the codes of those that are overdue
     * @param field of the dossiers
     * @param before the first day on which a dossier was received too late to be shown overdue by the end
     */
    public record Restamp(
            String system,
            String url,
            String fault,
            String clock,
            String report,
            String known,
            String overdue,
            String field,
            LocalDate before) {}

    /** A system that must know the dossiers of these fields; of all when there are none. */
    public record Recipient(String id, @Nullable List<String> fields) {
        public boolean mustKnow(Story story) {
            return fields == null || fields.contains(story.field());
        }
    }

    /**
     * One procedure as it is asked for here.
     *
     * @param share weight among all dossiers
     * @param online how readily it is filed online; 0 only at the counter
     * @param minutes least and most working time that it takes
     * @param supplement of a hundred dossiers, how many lack a paper
     * @param form the kind of e-form, if it has one
     */
    record Matter(
            String procedure,
            double share,
            double online,
            List<Integer> minutes,
            List<String> steps,
            double supplement,
            @Nullable Fee fee,
            Result result,
            List<String> papers,
            @Nullable String form) {}

    /** @param times the amount, in đồng, is taken up to that many times, as for copies */
    record Fee(double share, String code, String name, long amount, int times) {}

    /** @param book the register in which results are numbered */
    record Result(String name, @Nullable String code, String book) {}

    /** @param share of a hundred settled dossiers */
    record Refusals(double share, List<String> reasons) {}

    record People(
            List<String> family,
            Map<String, List<String>> middle,
            Map<String, List<String>> given,
            List<String> birthplaces,
            List<String> hamlets) {}

    public static Script daiSon() {
        return read("/trial/dai-son.yaml");
    }

    private static Script read(String location) {
        try (var in = Objects.requireNonNull(Script.class.getResourceAsStream(location), location)) {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return Json.MAPPER.convertValue(tree, Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
