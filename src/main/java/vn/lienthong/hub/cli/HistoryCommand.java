package vn.lienthong.hub.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Show what was live, who put it live and why; with a number, what changed with that edition.",
        footer = {"", "Lịch sử: bản nào đã chạy, từ khi nào, ai đưa vào, vì sao, thay đổi gì."})
final class HistoryCommand extends HubCommand {
    @Parameters(paramLabel = "N", arity = "0..1", description = "Show what changed with this edition.")
    @Nullable
    private Long number;

    @Option(names = "--since", paramLabel = "M", description = "Compare it with this one; else with the one before it.")
    @Nullable
    private Long since;

    @Option(names = "--brief", description = "Leave out what differs inside of files.")
    private boolean brief;

    @Option(names = "--limit", paramLabel = "N", description = "How many editions at most; ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Override
    String localClient() {
        return INTEGRATOR;
    }

    @Override
    int run(HubClient hub) {
        var text = new EditionText(out(), language(), brief);
        if (number == null) {
            var history = hub.get("/editions?limit=" + limit).body();
            show(history, () -> text.history(history));
        } else {
            var changes = hub.get("/editions/" + number + "/changes" + (since == null ? "" : "?since=" + since))
                    .body();
            show(changes, () -> text.changes(changes));
        }
        return ExitCode.OK;
    }

    private void show(com.fasterxml.jackson.databind.JsonNode answer, Runnable asText) {
        if (json()) {
            print(answer);
        } else {
            asText.run();
        }
    }
}
