package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "List the plans, show one, or save its report.",
        footer = {"", "Xem các kế hoạch, một kế hoạch, hoặc lưu biên bản (CSV, XLSX)."})
final class RepairShowCommand extends HubCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "Id of the plan.")
    private @Nullable String id;

    @Option(names = "--report", paramLabel = "FILE", description = "Save the report there, as .csv, .xlsx or .json.")
    private @Nullable Path report;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        if (report != null) {
            if (id == null) {
                throw wrongUsage("--report needs the id of a plan");
            }
            hub.save("/repairs/" + id + "/report?format=" + ending(report.toString()), report);
            return ExitCode.OK;
        }
        var found = hub.get(id == null ? "/repairs" : "/repairs/" + id).body();
        if (json()) {
            print(found);
        } else if (id == null) {
            new RepairText(out()).list(found.path("items"));
        } else {
            new RepairText(out()).show(found);
        }
        return ExitCode.OK;
    }

    private String ending(String file) {
        return java.util.stream.Stream.of("csv", "xlsx", "json")
                .filter(format -> file.endsWith("." + format))
                .findFirst()
                .orElseThrow(() -> wrongUsage("--report takes a file that ends in .csv, .xlsx or .json"));
    }
}
