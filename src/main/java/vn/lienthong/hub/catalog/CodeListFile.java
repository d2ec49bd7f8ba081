package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.CodeList.Meaning;

/**
 * A list of codes as CSV: UTF-8, one header line, no quotes. The codes stand in the column {@code code}, else in
 * {@code commune}; {@code x_code} is another name for {@code x}, as published lists have it.
 */
final class CodeListFile {
    private static final List<String> KEYS = List.of("code", "commune");
    private static final String FROM = "valid_from";
    private static final String TO = "valid_to";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Mistakes mistakes;
    private final List<Meaning> meanings = new ArrayList<>();
    private final Map<String, List<Meaning>> byCode = new HashMap<>();

    CodeListFile(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    CodeList read() {
        var lines = lines();
        var columns = lines.isEmpty() ? List.<String>of() : columns(lines.getFirst());
        var key = KEYS.stream().filter(columns::contains).findFirst().orElse("");
        if (key.isEmpty()) {
            mistakes.add(file, 1, "must begin with a header that has a column " + String.join(" or ", KEYS));
            return new CodeList(columns, List.of());
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(columns, key, lines.get(i).split(",", -1), i + 1);
            }
        }
        return new CodeList(columns, meanings);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            mistakes.add(file, 1, "cannot be read: " + e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static List<String> columns(String header) {
        return Arrays.stream(header.replace(BYTE_ORDER_MARK, "").split(","))
                .map(column -> column.strip().replaceFirst("(?<=.)_code$", ""))
                .toList();
    }

    private void read(List<String> columns, String key, String[] cells, int line) {
        if (cells.length != columns.size()) {
            mistakes.add(file, line, "has %d cells, not %d".formatted(cells.length, columns.size()));
            return;
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i++) {
            named.put(columns.get(i), cells[i].strip());
        }
        var meaning = new Meaning(
                named.getOrDefault(key, ""),
                Map.copyOf(named),
                day(FROM, named.get(FROM), line),
                day(TO, named.get(TO), line));
        add(meaning, line);
    }

    private void add(Meaning meaning, int line) {
        var others = byCode.computeIfAbsent(meaning.code(), code -> new ArrayList<>());
        if (meaning.code().isEmpty()) {
            mistakes.add(file, line, "has no code");
        }
        if (!meaning.overlaps(meaning)) {
            mistakes.add(file, line, "valid_to is before valid_from");
        }
        if (others.stream().anyMatch(meaning::overlaps)) {
            mistakes.add(file, line, "%s means something else during the same time".formatted(meaning.code()));
        }
        others.add(meaning);
        meanings.add(meaning);
    }

    private @Nullable LocalDate day(String column, @Nullable String cell, int line) {
        try {
            return cell == null || cell.isEmpty() ? null : LocalDate.parse(cell);
        } catch (DateTimeException e) {
            mistakes.add(file, line, column + " must be a day such as 2025-07-01");
            return null;
        }
    }

    static String write(List<String> columns, Collection<List<Meaning>> byCode) {
        var csv = new StringBuilder(String.join(",", columns)).append('\n');
        byCode.forEach(meanings -> meanings.forEach(meaning -> csv.append(columns.stream()
                        .map(column -> cell(meaning, column))
                        .collect(java.util.stream.Collectors.joining(",")))
                .append('\n')));
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
