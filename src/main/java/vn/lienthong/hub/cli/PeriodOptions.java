package vn.lienthong.hub.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which days and which unit figures are of, and in which form they are wanted. */
final class PeriodOptions {
    /** The forms that are no JSON. */
    enum FileFormat {
        CSV,
        XLSX;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day, such as 2025-07-01.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day, included.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private LocalDate to;

    @Option(
            names = "--unit",
            paramLabel = "CODE",
            description = "A province, 31, or a commune, 31/11086; else every unit of the client.")
    @Nullable
    private String unit;

    @Option(names = "--format", description = "Write a file: ${COMPLETION-CANDIDATES}.")
    @Nullable
    private FileFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the file goes; CSV else to the output.")
    @Nullable
    private Path output;

    boolean wantsFile() {
        return format != null || output != null;
    }

    /** Without the form. */
    String query() {
        var query = "?from=" + from + "&to=" + to;
        if (unit == null) {
            return query;
        }
        var codes = unit.split("/", 2);
        return query + "&province=" + Wire.encoded(codes[0])
                + (codes.length == 1 ? "" : "&commune=" + Wire.encoded(codes[1]));
    }

    /** Fetches the file. */
    void save(HubClient hub, String path, HubCommand command) throws java.io.IOException {
        if (format == null) {
            throw command.wrongUsage("Name the --format of the file.");
        }
        var whole = path + "&format=" + format.word();
        if (output != null) {
            hub.save(whole, output);
            command.err().println("Saved " + output);
        } else if (format == FileFormat.CSV) {
            hub.print(whole, command.out());
        } else {
            throw command.wrongUsage("A workbook needs a file: -o FILE.");
        }
    }
}
