package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** The table, written anew after every row, so that a run that was stopped has left what it had. */
final class Results {
    private final Path folder;
    private final List<Row> rows = new ArrayList<>();

    Results(Path folder) {
        this.folder = folder;
    }

    /** @param met null where there is no goal */
    record Row(
            String name,
            double value,
            String unit,
            @Nullable Double baseline,
            @Nullable Double ratio,
            @Nullable String goal,
            @Nullable Boolean met) {

        String line() {
            return "| %s | %s %s | %s | %s | %s | %s |"
                    .formatted(
                            name,
                            number(value),
                            unit,
                            baseline == null ? "–" : number(baseline) + " " + unit,
                            ratio == null ? "–" : "%.2f".formatted(ratio),
                            goal == null ? "–" : goal,
                            met == null ? "–" : met ? "met" : "not met");
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
        }
    }

    /** More is better: the value against the baseline. */
    void ratio(String name, String unit, Pairs pairs, double atLeast) {
        add(new Row(
                name,
                pairs.value(),
                unit,
                pairs.baseline(),
                pairs.ratio(),
                "≥ %.2f".formatted(atLeast),
                pairs.ratio() >= atLeast));
    }

    void atLeast(String name, double value, String unit, double least) {
        add(new Row(name, value, unit, null, null, "≥ " + Row.number(least), value >= least));
    }

    void atMost(String name, double value, String unit, double most) {
        add(new Row(name, value, unit, null, null, "≤ " + Row.number(most), value <= most));
    }

    /** A figure beside the others, without a goal. */
    void note(String name, double value, String unit, @Nullable Double baseline) {
        add(new Row(name, value, unit, baseline, baseline == null ? null : value / baseline, null, null));
    }

    void add(Row row) {
        rows.add(row);
        IO.println(row.line());
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("results.json"), Json.bytes(rows));
            Files.writeString(folder.resolve("results.md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String markdown() {
        var text = new StringBuilder("| work | hub | baseline | ratio | goal | |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row.line()).append('\n'));
        return text.toString();
    }
}
