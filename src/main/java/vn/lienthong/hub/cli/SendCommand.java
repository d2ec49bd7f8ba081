package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.trial.Sample;

@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Register dossiers and follow them until every system knows them or a person must look.",
        footer = {
            "",
            "Gửi hồ sơ vào trục và theo dõi đến khi mọi hệ thống đã nhận, hoặc cần người xử lý.",
            "",
            "The same file may be sent again: what is registered already is only followed.",
            "With --json there is one line per dossier."
        })
final class SendCommand extends HubCommand {
    private static final double MILLIS = 1000;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "A dossier as JSON, as POST /api/v1/dossiers takes it.")
    private List<Path> files = List.of();

    @Option(
            names = "--sample",
            description = "Send a synthetic birth registration, received now, with a code of its own.")
    private boolean sample;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to follow each dossier (default: ${DEFAULT-VALUE}; 0 does not wait).")
    private int wait = 60;

    private final Clock clock = Clock.systemUTC();

    @Override
    int run(HubClient hub) throws IOException {
        if (files.isEmpty() && !sample) {
            throw wrongUsage("Name a file, or --sample.");
        }
        int code = ExitCode.OK;
        for (var dossier : dossiers()) {
            code = Math.max(code, send(hub, dossier));
        }
        return code;
    }

    private List<JsonNode> dossiers() throws IOException {
        var dossiers = new ArrayList<JsonNode>();
        for (var file : files) {
            dossiers.add(read(file));
        }
        if (sample) {
            dossiers.add(Sample.dossier(Times.inOffice(clock.instant())));
        }
        return dossiers;
    }

    private JsonNode read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw wrongUsage("There is no file " + file + " that can be read.");
        }
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (Json.UnreadableJson e) {
            throw wrongUsage("%s is %s".formatted(file, e.getMessage()));
        }
    }

    private int send(HubClient hub, JsonNode dossier) {
        var receipt = hub.post("/dossiers", dossier, null);
        var code = receipt.body().path("dossier").asText();
        var state = new Follow(hub, clock).dossier(code, Duration.ofSeconds(wait));
        if (json()) {
            print(state);
        } else {
            show(state, receipt.replayed());
        }
        return wait == 0 || Follow.isKnown(state) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void show(JsonNode state, boolean replayed) {
        var text = new DossierText(out(), language());
        text.head(state);
        text.legs(state);
        out().println();
        out().println((replayed ? language().of("It had been sent before. ", "Đã gửi từ trước. ") : "")
                + verdict(state));
        if (files.size() < 2) {
            out().println(language().of("Its story: hub trace ", "Xem diễn biến: hub trace ")
                    + state.path("code").asText());
        }
    }

    private String verdict(JsonNode state) {
        if (Follow.isKnown(state)) {
            return language()
                    .of(
                            "Every system knows it, %.1f s after the hub recorded it.",
                            "Mọi hệ thống đã biết, %.1f giây sau khi trục ghi nhận.")
                    .formatted(secondsToLast(state));
        }
        return Follow.isSettled(state)
                ? language().of("A person must look at it.", "Cần người xem lại.")
                : language()
                        .of("The hub goes on by itself; trace it later.", "Trục tự làm tiếp; xem lại sau bằng trace.");
    }

    /** From the hub's promise to the last system's acknowledgement. */
    private static double secondsToLast(JsonNode state) {
        var recorded = OffsetDateTime.parse(state.at("/times/recordedAt").asText());
        return state.path("legs").findValuesAsText("acknowledgedAt").stream()
                        .map(OffsetDateTime::parse)
                        .map(at -> Duration.between(recorded, at))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .toMillis()
                / MILLIS;
    }
}
