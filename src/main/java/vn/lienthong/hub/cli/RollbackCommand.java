package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Bring a former edition back, checked like any other.",
        footer = {"", "Đưa một bản trước trở lại; bản đó được kiểm tra lại như mọi bản khác."})
final class RollbackCommand extends HubCommand {
    @Parameters(paramLabel = "N", description = "Number of the edition, as 'history' lists it.")
    private long number;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason, for the history.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String why;

    @Override
    String localClient() {
        return INTEGRATOR;
    }

    @Override
    int run(HubClient hub) {
        var base = EditionText.live(hub);
        var order = Json.MAPPER.createObjectNode().put("base", base).put("why", why);
        var edition = hub.order("/editions/" + number + "/restore", order).body();
        if (json()) {
            print(edition);
        } else {
            new EditionText(out(), language()).live(edition, base);
        }
        return ExitCode.OK;
    }
}
