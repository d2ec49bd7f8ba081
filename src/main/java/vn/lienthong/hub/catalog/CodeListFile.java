package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.CodeList.Meaning;

/**
 * A list of codes as CSV: UTF-8, RFC 4180, one header line. The codes stand in the column {@code code}, else in
 * {@code commune}, else in the first, which is called like the shared list that they are of; {@code x_code} is another
 * name for {@code x}, as published lists have it.
 */
final class CodeListFile {
    static final List<String> OWN_CODES = List.of("code", "commune");
    private static final Pattern LIST = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String FROM = "valid_from";
    private static final String TO = "valid_to";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Path file;
    private final Mistakes mistakes;
    private final List<Meaning> meanings = new ArrayList<>();
    private final Map<String, List<Meaning>> byCode = new HashMap<>();

    CodeListFile(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    CodeList read() {
        try (var rows = CSVParser.parse(Files.readString(file).replaceFirst("^" + BYTE_ORDER_MARK, ""), FORMAT)) {
            return read(rows);
        } catch (IOException | UncheckedIOException e) {
            mistake(
                    1,
                    Mistake.Kind.UNREADABLE,
                    "cannot be read: " + e.getClass().getSimpleName());
            return new CodeList("code", List.of(), List.of());
        }
    }

    private CodeList read(CSVParser rows) {
        var columns = new ArrayList<String>();
        for (var row : rows) {
            if (columns.isEmpty()) {
                row.forEach(cell -> columns.add(cell.strip().replaceFirst("(?<=.)_code$", "")));
                if (!LIST.matcher(key(columns)).matches()) {
                    mistake(1, Mistake.Kind.SYNTAX, "must begin with a header whose first column is code");
                    break;
                }
            } else if (row.size() > 1 || !row.get(0).isBlank()) {
                read(columns, row, (int) rows.getCurrentLineNumber());
            }
        }
        if (columns.isEmpty()) {
            mistake(1, Mistake.Kind.SYNTAX, "must begin with a header whose first column is code");
            return new CodeList("code", columns, meanings);
        }
        return new CodeList(key(columns), columns, meanings);
    }

    private static String key(List<String> columns) {
        return OWN_CODES.stream().filter(columns::contains).findFirst().orElse(columns.getFirst());
    }

    private void read(List<String> columns, CSVRecord row, int line) {
        if (row.size() != columns.size()) {
            mistake(line, Mistake.Kind.SYNTAX, "has %d cells, not %d".formatted(row.size(), columns.size()));
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(columns.get(i), row.get(i).strip());
        }
        var meaning = new Meaning(
                cells.getOrDefault(key(columns), ""),
                Map.copyOf(cells),
                day(FROM, cells.get(FROM), line),
                day(TO, cells.get(TO), line));
        add(meaning, line);
    }

    private void add(Meaning meaning, int line) {
        var others = byCode.computeIfAbsent(meaning.code(), code -> new ArrayList<>());
        if (meaning.code().isEmpty()) {
            mistake(line, Mistake.Kind.RULE, "has no code");
        }
        if (!meaning.overlaps(meaning)) {
            mistake(line, Mistake.Kind.DISORDER, "valid_to is before valid_from");
        }
        if (others.stream().anyMatch(meaning::overlaps)) {
            mistake(
                    line,
                    Mistake.Kind.DISORDER,
                    "%s means something else during the same time".formatted(meaning.code()));
        }
        others.add(meaning);
        meanings.add(meaning);
    }

    private @Nullable LocalDate day(String column, @Nullable String cell, int line) {
        try {
            return cell == null || cell.isEmpty() ? null : LocalDate.parse(cell);
        } catch (DateTimeException e) {
            mistake(line, Mistake.Kind.RULE, column + " must be a day such as 2025-07-01");
            return null;
        }
    }

    private void mistake(int line, Mistake.Kind kind, String what) {
        mistakes.add(new Mistake(file, line, 1, kind, "", what, List.of()));
    }

    static String write(List<String> columns, Collection<List<Meaning>> byCode) {
        var csv = new StringBuilder();
        try (var printer = FORMAT.print(csv)) {
            printer.printRecord(columns);
            for (var meaning : byCode.stream().flatMap(List::stream).toList()) {
                printer.printRecord(columns.stream().map(column -> cell(meaning, column)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static String cell(Meaning meaning, String column) {
        return switch (column) {
            case FROM -> meaning.from() == null ? "" : meaning.from().toString();
            case TO -> meaning.to() == null ? "" : meaning.to().toString();
            default -> meaning.cells().getOrDefault(column, "");
        };
    }
}
