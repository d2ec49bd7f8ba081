package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;

@Command(
        name = "recheck",
        mixinStandardHelpOptions = true,
        description = {
            "Reckon every computed due time again, by the calendar and the rules that the hub has now, and list those"
                    + " that come out otherwise.",
            "",
            "It changes nothing: what was promised to an applicant stays promised until somebody decides."
        },
        footer = {
            "",
            "Tính lại mọi hạn trả do hệ thống đã tính, theo lịch làm việc và quy tắc hiện có; chỉ liệt kê, không sửa.",
            "",
            "With --json one line per dossier, then one with the counts."
        })
final class RecheckCommand extends HubCommand {
    private static final int PAGE = 200;
    private static final String NONE = "-";

    @Option(names = "--from", paramLabel = "DAY", description = "Received on that day or later, as 2025-07-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Received on that day or earlier.")
    private @Nullable LocalDate to;

    private long checked;
    private long moved;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        if (from != null && to != null && to.isBefore(from)) {
            throw wrongUsage("--to is before --from.");
        }
        String after = null;
        do {
            var page = hub.get(path(after)).body();
            show(page.path("items"));
            checked += page.path("checked").asLong();
            moved += page.path("moved").asLong();
            after = page.path("next").textValue();
        } while (after != null);
        end();
        return ExitCode.OK;
    }

    private String path(@Nullable String after) {
        return "/deadlines/recheck?limit=" + PAGE
                + (from == null ? "" : "&from=" + from)
                + (to == null ? "" : "&to=" + to)
                + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }

    /** Page by page, however many there are. */
    private void show(JsonNode items) {
        if (json()) {
            items.forEach(this::print);
        } else if (!items.isEmpty()) {
            var table = new Table(
                    "DOSSIER", "PROCEDURE", "RECEIVED", "ISSUED DUE", "DUE NOW", "MINUTES", "ISSUED BY", "NOW BY");
            items.forEach(item -> table.row(
                    item.path("code").asText(),
                    item.path("procedure").asText(),
                    DossierText.time(item.path("receivedAt").asText()),
                    DossierText.time(item.at("/issued/dueAt").asText()),
                    item.has("now") ? DossierText.time(item.at("/now/dueAt").asText()) : NONE,
                    item.has("minutes") ? "%+d".formatted(item.get("minutes").asLong()) : NONE,
                    versions(item.path("issued")),
                    item.has("now")
                            ? versions(item.path("now"))
                            : item.path("problem").asText()));
            table.print(out());
            out().println();
        }
    }

    private static String versions(JsonNode due) {
        return due.path("calendarVersion").asText() + " / "
                + due.path("ruleVersion").asText();
    }

    private void end() {
        if (json()) {
            print(Json.MAPPER.createObjectNode().put("checked", checked).put("moved", moved));
        } else {
            out().println("%,d due times reckoned again, %,d come out otherwise. Nothing was changed."
                    .formatted(checked, moved));
        }
    }
}
