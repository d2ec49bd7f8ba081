package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.diagnosis.Finding;
import vn.lienthong.hub.diagnosis.Installation;
import vn.lienthong.hub.diagnosis.Severity;
import vn.lienthong.hub.diagnosis.Symptom;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Look this machine, the files, the hub and what it depends on through; say what to do.",
        footer = {
            "",
            "Exit codes: 0 nothing wrong, or warnings only; 1 errors (with --strict also warnings); 2 wrong usage;",
            "3 the hub does not answer (what can be looked at without it is shown).",
            "Khám toàn bộ: máy, đĩa, giờ, cơ sở dữ liệu, Kafka, chứng thư, lịch làm việc, từng hệ thống; nêu cách xử lý."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int MILLI = 1_000_000;

    @Mixin
    private final HubOptions options = new HubOptions();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with integration/, routes/ and mappings/; else HUB_HOME, else the current one.")
    private Path home = Path.of("");

    @Option(names = "--offline", description = "Look at this machine and the files only.")
    private boolean offline;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(names = "--all", description = "Show what is well, too.")
    private boolean all;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        var findings = Json.MAPPER.createArrayNode();
        var here = new Installation(home, System.getenv()::containsKey, LocalDate.now(Times.ZONE));
        here.machine().forEach(finding -> add(finding, findings));
        var hub = offline ? ExitCode.FAILED : askHub(findings);
        if (hub != ExitCode.OK) { // else it has told of the files that are live
            here.files().forEach(finding -> add(finding, findings));
        }
        show(findings);
        return hub == ExitCode.UNREACHABLE ? hub : verdict(findings);
    }

    private int askHub(ArrayNode findings) {
        var address = options.url.toString();
        try (var hub = options.connect(HubCommand.OPS)) {
            var begin = System.nanoTime();
            var asked = hub.compute("/diagnosis").body();
            add(Symptom.HUB.of(address, (System.nanoTime() - begin) / MILLI), findings);
            asked.path("items").forEach(findings::add);
            return ExitCode.OK;
        } catch (Unreachable e) {
            add(Symptom.HUB_AWAY.of(address), findings);
            return ExitCode.UNREACHABLE;
        } catch (Refused e) {
            add(Symptom.HUB_REFUSES.of(address, e.code()), findings);
            return ExitCode.FAILED;
        }
    }

    private static void add(Finding finding, ArrayNode findings) {
        findings.add(Json.MAPPER.<JsonNode>valueToTree(finding));
    }

    private void show(ArrayNode findings) {
        if (options.json) {
            out().println(Json.text(Map.of("items", findings)));
            return;
        }
        for (var severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.OK}) {
            findings.valueStream()
                    .filter(finding -> is(finding, severity) && (all || severity != Severity.OK))
                    .forEach(this::show);
        }
        out().println(options.language()
                .of("%d errors, %d warnings, %d notes, %d well", "%d lỗi, %d cảnh báo, %d lưu ý, %d tốt")
                .formatted(
                        count(findings, Severity.ERROR),
                        count(findings, Severity.WARNING),
                        count(findings, Severity.NOTE),
                        count(findings, Severity.OK)));
    }

    private void show(JsonNode finding) {
        out().println("%-8s%s: %s: %s"
                .formatted(
                        finding.path("severity").asText().toLowerCase(Locale.ROOT),
                        finding.path("code").asText(),
                        finding.path("subject").asText(),
                        finding.path(options.language().of("en", "vi")).asText()));
        var todo = finding.path(options.language().of("todoEn", "todoVi")).asText("");
        if (!todo.isEmpty()) {
            out().println("        -> " + todo);
        }
    }

    private int verdict(ArrayNode findings) {
        return count(findings, Severity.ERROR) > 0 || strict && count(findings, Severity.WARNING) > 0
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    private static long count(ArrayNode findings, Severity severity) {
        return findings.valueStream().filter(finding -> is(finding, severity)).count();
    }

    private static boolean is(JsonNode finding, Severity severity) {
        return finding.path("severity").asText().equals(severity.name());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
