package vn.lienthong.hub.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.evidence.Keys;
import vn.lienthong.hub.evidence.Verification;
import vn.lienthong.hub.json.Times;

@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Fetch a signed package of evidence about a dossier, or about all received in a period.",
        subcommands = {VerifyCommand.class, EvidenceKeyCommand.class},
        footer = {
            "",
            "Lấy gói bằng chứng có chữ ký của một hồ sơ, hoặc của mọi hồ sơ tiếp nhận trong một khoảng ngày;",
            "kiểm tra một gói: hub evidence verify GÓI.zip --key KHÓA.pem"
        })
final class EvidenceCommand extends HubCommand {
    private static final String ZIP = "application/zip";

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "The code of the dossier.")
    @Nullable
    private String code;

    @Option(names = "--from", paramLabel = "DATE", description = "Received on this day or later, such as 2025-07-01.")
    @Nullable
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Received on this day or earlier.")
    @Nullable
    private LocalDate to;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Of a province (31) or a commune (31/11086) only.")
    @Nullable
    private String unit;

    @Option(names = "--discrepancies", description = "Only dossiers that some system shows, or showed, otherwise.")
    private boolean discrepancies;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; else a name made from the code or the days, in this folder.")
    @Nullable
    private Path output;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        var file = output == null ? Path.of(name()) : output;
        hub.save(path(), ZIP, file);
        var key = Keys.read(hub.get("/evidence/key").body().path("publicKey").asText());
        return new VerificationText(out(), json()).tell(file, Verification.of(file, key));
    }

    private String name() {
        return code == null ? "bang-chung-%s-%s.zip".formatted(from, to) : "bang-chung-%s.zip".formatted(code);
    }

    private String path() {
        if (code != null) {
            if (from != null || to != null || unit != null || discrepancies) {
                throw wrongUsage("Name a dossier, or a period with --from and --to, not both.");
            }
            return Follow.path(code) + "/evidence";
        }
        if (from == null || to == null || to.isBefore(from)) {
            throw wrongUsage("Name a dossier, or a period with --from and --to.");
        }
        return "/evidence?from=" + midnight(from) + "&to=" + midnight(to.plusDays(1)) + unit()
                + (discrepancies ? "&with=discrepancies" : "");
    }

    private static String midnight(LocalDate day) {
        var at = Times.text(day.atStartOfDay(Times.ZONE).toOffsetDateTime());
        return URLEncoder.encode(at, StandardCharsets.UTF_8);
    }

    private String unit() {
        if (unit == null) {
            return "";
        }
        if (!unit.matches("[0-9]{2}(/[0-9]{5})?")) {
            throw wrongUsage("A unit is a province such as 31 or a commune such as 31/11086.");
        }
        var parts = unit.split("/", -1);
        return "&province=" + parts[0] + (parts.length > 1 ? "&commune=" + parts[1] : "");
    }
}
