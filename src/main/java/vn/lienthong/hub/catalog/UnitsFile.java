package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list of units as CSV: UTF-8, one header line, no quotes (no name of a unit has a comma). */
final class UnitsFile {
    private static final String HEADER = "province,province_name,commune,commune_name,agency,valid_from,valid_to";
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");
    /** Spreadsheet programs begin a UTF-8 file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Mistakes mistakes;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, List<Unit>> meanings = new HashMap<>();

    UnitsFile(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    List<Unit> read() {
        var lines = lines();
        if (lines.isEmpty() || !lines.getFirst().replace(BYTE_ORDER_MARK, "").equals(HEADER)) {
            mistakes.add(file, 1, "must begin with " + HEADER);
            return units;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(lines.get(i).split(",", -1), i + 1);
            }
        }
        return units;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            mistakes.add(file, 1, "cannot be read: " + e);
            return List.of();
        }
    }

    private void read(String[] cells, int line) {
        if (cells.length != 7) {
            mistakes.add(file, line, "has %d cells, not 7".formatted(cells.length));
            return;
        }
        var unit = new Unit(
                code(PROVINCE, "province", cells[0], line),
                filled("province_name", cells[1], line),
                code(COMMUNE, "commune", cells[2], line),
                filled("commune_name", cells[3], line),
                cells[4].isBlank() ? null : cells[4].strip(),
                date("valid_from", cells[5], line),
                date("valid_to", cells[6], line));
        refuseContradiction(unit, line);
        units.add(unit);
    }

    private String code(Pattern form, String column, String cell, int line) {
        if (!form.matcher(cell).matches()) {
            mistakes.add(file, line, "%s '%s' must be %s".formatted(column, cell, form));
        }
        return cell;
    }

    private String filled(String column, String cell, int line) {
        if (cell.isBlank() || cell.contains("\"")) {
            mistakes.add(file, line, "%s must be filled in, without quotes".formatted(column));
        }
        return cell.strip();
    }

    private @Nullable LocalDate date(String column, String cell, int line) {
        try {
            return cell.isBlank() ? null : LocalDate.parse(cell.strip());
        } catch (DateTimeException e) {
            mistakes.add(file, line, "%s '%s' must be a day such as 2025-07-01".formatted(column, cell));
            return null;
        }
    }

    /** Commune codes are national: on any one day a code has one meaning, whatever the province. */
    private void refuseContradiction(Unit unit, int line) {
        if (!unit.overlaps(unit)) {
            mistakes.add(file, line, "valid_to is before valid_from");
        }
        var others = meanings.computeIfAbsent(unit.commune(), code -> new ArrayList<>());
        others.stream()
                .filter(unit::overlaps)
                .findFirst()
                .ifPresent(other -> mistakes.add(
                        file, line, "%s means %s during the same time".formatted(unit.commune(), other.communeName())));
        others.add(unit);
    }
}
