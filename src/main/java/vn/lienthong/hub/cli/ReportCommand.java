package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Show the one-stop report of a period, reckoned from the ledger.",
        footer = {
            "",
            "Báo cáo tình hình, kết quả tiếp nhận, giải quyết thủ tục hành chính của một kỳ.",
            "",
            "A rate that nobody reported anything for is '-', not 0."
        })
final class ReportCommand extends HubCommand {
    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        var path = "/figures/report" + period.query();
        if (period.wantsFile()) {
            period.save(hub, path, this);
            return ExitCode.OK;
        }
        var report = hub.compute(path).body();
        if (json()) {
            print(report);
        } else {
            show(report);
        }
        return ExitCode.OK;
    }

    private void show(JsonNode report) {
        out().println("%s, %s - %s"
                .formatted(
                        report.path("units").asText(),
                        report.path("from").asText(),
                        report.path("to").asText()));
        out().println();
        var table = new Table(
                "",
                "RECEIVED",
                "ONLINE",
                "DIRECT",
                "FROM BEFORE",
                "SETTLED",
                "EARLY",
                "ON TIME",
                "LATE",
                "OPEN",
                "OVERDUE");
        report.path("items")
                .forEach(line -> table.row(
                        indent(line) + line.path("name").asText(),
                        line.at("/received/total").asLong(),
                        line.at("/received/online").asLong(),
                        line.at("/received/direct").asLong(),
                        line.at("/received/carriedOver").asLong(),
                        line.at("/settled/total").asLong(),
                        line.at("/settled/early").asLong(),
                        line.at("/settled/onTime").asLong(),
                        line.at("/settled/late").asLong(),
                        line.at("/inProgress/total").asLong(),
                        line.at("/inProgress/overdue").asLong()));
        table.print(out());
        var rates = report.at("/items/0/rates");
        out().println();
        out().println("Online %s %%, digitised %s %%, reused %s %%, paid online %s %%"
                .formatted(
                        rate(rates.path("online")),
                        rate(rates.path("digitised")),
                        rate(rates.path("reused")),
                        rate(rates.path("paidOnline"))));
    }

    private static String indent(JsonNode line) {
        return switch (line.path("level").asText()) {
            case "field" -> "  ";
            case "procedure" -> "    ";
            default -> "";
        };
    }

    static String rate(JsonNode rate) {
        return rate.isNumber() ? "%.2f".formatted(rate.decimalValue()) : "-";
    }
}
