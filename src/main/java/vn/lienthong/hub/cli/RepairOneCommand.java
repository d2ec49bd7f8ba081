package vn.lienthong.hub.cli;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;

@Command(
        name = "one",
        mixinStandardHelpOptions = true,
        description = "Act on the delivery that is next for a dossier and a system.",
        footer = {
            "",
            "Một hồ sơ: retry gửi lại, probe hỏi họ đã có chưa, skip bỏ qua, hold giữ lại, release thôi giữ.",
            "The same --request again acts once."
        })
final class RepairOneCommand extends HubCommand {
    /** As the API spells them. */
    enum Act {
        RETRY,
        PROBE,
        SKIP,
        HOLD,
        RELEASE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "ACT", description = "retry, probe, skip, hold or release.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Act act;

    @Parameters(index = "1", paramLabel = "CODE", description = "Code of the dossier.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--system", required = true, description = "Id of the system, as 'systems' lists it.")
    @SuppressWarnings("NullAway.Init")
    private String system;

    @Option(names = "--reason", required = true, description = "Why; it goes into the audit.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--request", description = "An id of your own for this act.")
    private @Nullable UUID request;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("request", (request == null ? UUID.randomUUID() : request).toString())
                .put("system", system)
                .put("act", act.word())
                .put("reason", reason);
        var done = hub.post("/dossiers/" + code + "/repairs", body, null).body();
        if (json()) {
            print(done);
        } else {
            out().printf("%s  %s  %s%n", code, system, done.path("became").asText());
        }
        return ExitCode.OK;
    }
}
