package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;

@Command(
        name = "on-time",
        mixinStandardHelpOptions = true,
        description = "Show how many dossiers are in time, and beside it how a system shows them.",
        footer = {"", "Tỷ lệ giải quyết đúng hạn theo sổ cái, đặt cạnh số liệu hệ thống kia hiển thị."})
final class OnTimeCommand extends HubCommand {
    private static final String PATH = "/figures/on-time";
    private static final int PAGE = 200;

    enum By {
        UNIT,
        FIELD,
        PROCEDURE,
        MONTH
    }

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Option(names = "--by", description = "One line per ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private By by = By.UNIT;

    @Option(names = "--system", paramLabel = "ID", description = "Whose showing to set beside ours.")
    @Nullable
    private String system;

    @Option(names = "--differences", description = "The dossiers that count otherwise there, and why.")
    private boolean differences;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        if (differences && system == null) {
            throw wrongUsage("--differences of which --system?");
        }
        var query = period.query() + (system == null ? "" : "&system=" + Wire.encoded(system));
        var path = differences
                ? PATH + "/differences" + query
                : PATH + query + "&by=" + by.name().toLowerCase(java.util.Locale.ROOT);
        if (period.wantsFile()) {
            period.save(hub, path, this);
        } else if (differences) {
            showDifferences(all(hub, path + "&limit=" + PAGE));
        } else {
            showFigures(hub.compute(path).body());
        }
        return ExitCode.OK;
    }

    private void showFigures(JsonNode figures) {
        if (json()) {
            print(figures);
            return;
        }
        var there = figures.hasNonNull("comparison");
        var table = there
                ? new Table(
                        "",
                        "RECEIVED",
                        "EARLY",
                        "ON TIME",
                        "LATE",
                        "OPEN",
                        "OVERDUE",
                        "RATE %",
                        "THERE",
                        "EARLY",
                        "ON TIME",
                        "LATE",
                        "OPEN",
                        "OVERDUE",
                        "RATE %",
                        "MISSING")
                : new Table("", "RECEIVED", "EARLY", "ON TIME", "LATE", "OPEN", "OVERDUE", "RATE %");
        figures.path("items").forEach(line -> table.row(cells(line, there)));
        table.print(out());
        if (system != null && !there) {
            out().println();
            out().println("No finished reconciliation of " + system + " overlaps these days.");
        }
    }

    private static Object[] cells(JsonNode line, boolean there) {
        var cells = new java.util.ArrayList<Object>();
        cells.add(line.path("name").asText());
        cells.addAll(cells(line.path("ours")));
        if (there) {
            cells.addAll(cells(line.path("theirs")));
            cells.add(line.path("missing").asLong());
        }
        return cells.toArray();
    }

    private static java.util.List<Object> cells(JsonNode side) {
        return java.util.List.of(
                side.path("received").asLong(),
                side.path("early").asLong(),
                side.path("onTime").asLong(),
                side.path("late").asLong(),
                side.path("inProgress").asLong(),
                side.path("overdue").asLong(),
                ReportCommand.rate(side.path("rate")));
    }

    private static ArrayNode all(HubClient hub, String path) {
        var all = Json.MAPPER.createArrayNode();
        JsonNode page = hub.compute(path).body();
        page.path("items").forEach(all::add);
        while (page.hasNonNull("next")) {
            page = hub.compute(path + "&after=" + page.get("next").asText()).body();
            page.path("items").forEach(all::add);
        }
        return all;
    }

    private void showDifferences(ArrayNode found) {
        if (json()) {
            print(found);
            return;
        }
        var table = new Table(
                "CODE", "CAUSE", "RECEIVED", "DUE", "END", "HERE", "RECEIVED THERE", "DUE THERE", "END THERE", "THERE");
        found.forEach(difference -> {
            var ours = difference.path("ours");
            var theirs = difference.path("theirs");
            table.row(
                    difference.path("code").asText(),
                    difference.path("cause").asText(),
                    time(ours, "receivedAt"),
                    time(ours, "dueAt"),
                    time(ours, "endAt"),
                    ours.path("verdict").asText(),
                    time(theirs, "receivedAt"),
                    time(theirs, "dueAt"),
                    time(theirs, "endAt"),
                    theirs.path("verdict").asText("-"));
        });
        table.print(out());
        out().println();
        out().println("%,d dossiers count otherwise there.".formatted(found.size()));
    }

    private static String time(JsonNode side, String name) {
        var text = side.path(name).asText("-");
        return text.contains("T") ? DossierText.time(text) : text;
    }
}
