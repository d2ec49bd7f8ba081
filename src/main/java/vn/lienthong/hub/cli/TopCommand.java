package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.cli.ActivityText.Order;

@Command(
        name = "top",
        mixinStandardHelpOptions = true,
        description = "Show what the hub does now, again and again in one place, until Ctrl-C.",
        footer = {
            "",
            "Exit codes: 0 shown; 1 refused; 2 wrong usage; 3 nobody answers at the address when it begins.",
            "Như ps, tự làm mới tại chỗ; --once chỉ hiện một lần, --sort chọn cột sắp xếp; Ctrl-C để thoát."
        })
final class TopCommand extends HubCommand {
    /** Of a terminal: go to the upper left corner and clear what follows. */
    private static final String AGAIN = "\u001b[H\u001b[J";

    private static final String CLEARED = "\u001b[2J";

    @Option(names = "--every", paramLabel = "SECONDS", description = "How often to look (default: ${DEFAULT-VALUE}).")
    private int every = 2;

    @Option(names = "--once", description = "Show it once.")
    private boolean once;

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Order order = Order.WAITING;

    @Option(names = "--all", description = "Systems too where nothing happens and nothing waits.")
    private boolean all;

    private final boolean inPlace = System.console() != null && System.console().isTerminal();

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        if (every < 1) {
            throw wrongUsage("--every is a second at least");
        }
        show(hub.get("/activity").body(), true);
        while (!once) {
            Pause.of(Duration.ofSeconds(every));
            look(hub);
        }
        return ExitCode.OK;
    }

    /** Whoever watches a hub that starts again wants to see it come back. */
    private void look(HubClient hub) {
        try {
            show(hub.get("/activity").body(), false);
        } catch (Unreachable | Refused e) {
            err().println(e.getMessage());
        }
    }

    private void show(JsonNode activity, boolean first) {
        if (json()) {
            print(activity);
            return;
        }
        var page = new StringWriter();
        new ActivityText(new PrintWriter(page, true), language(), activity).print(order, all);
        out().print((inPlace ? (first ? CLEARED : "") + AGAIN : first ? "" : System.lineSeparator()) + page);
        out().flush();
    }
}
