package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which commune went into which, on which day. A commune that went into several is not mapped by its code: whoever asks
 * gets the candidates and a question, and must know the address.
 */
public final class UnitChanges {
    private static final String HEADER = "day,old,old_name,new_province,new,new_name,part";
    private static final int CELLS = 7;

    private final Map<String, List<Change>> byOld;

    private UnitChanges(List<Change> changes) {
        this.byOld = changes.stream().collect(Collectors.groupingBy(Change::old));
    }

    /**
     * One commune, or a part of it, went into another.
     *
     * @param day first day of the new one
     */
    public record Change(LocalDate day, String old, String oldName, String province, String commune, String name) {}

    /** What became of a commune. */
    public sealed interface Successor {}

    /** It has not changed since that day. */
    public record Unchanged() implements Successor {}

    /** It went into this one and no other. */
    public record Into(Change change) implements Successor {}

    /** It was split; without the address nobody can say where a dossier of it belongs. */
    public record Split(List<Change> candidates) implements Successor {
        /** For a person who knows the address. */
        public String question() {
            var first = candidates.getFirst();
            return "%s (%s) đã chia vào %s từ ngày %s: địa chỉ thuộc nơi nào?"
                    .formatted(
                            first.oldName(),
                            first.old(),
                            candidates.stream()
                                    .map(to -> "%s (%s)".formatted(to.name(), to.commune()))
                                    .collect(Collectors.joining(", ")),
                            first.day());
        }
    }

    /**
     * Reads a list of changes.
     *
     * @throws MistakesFound with every mistake of the file
     */
    public static UnitChanges read(Path csv) {
        var mistakes = new Mistakes();
        var changes = read(csv, mistakes);
        mistakes.throwIfAny();
        return changes;
    }

    /** As far as it can be read; what is wrong is noted. Without the file no commune has ever changed. */
    static UnitChanges read(Path csv, Mistakes mistakes) {
        if (!Files.exists(csv)) {
            return new UnitChanges(List.of());
        }
        var lines = lines(csv, mistakes);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            mistakes.add(csv, 1, "must begin with " + HEADER);
        }
        var changes = new ArrayList<Change>();
        for (int i = 1; i < lines.size(); i++) {
            var change = change(lines.get(i).split(",", -1));
            if (change.isPresent()) {
                changes.add(change.get());
            } else {
                mistakes.add(csv, i + 1, "must be " + HEADER);
            }
        }
        return new UnitChanges(changes);
    }

    private static List<String> lines(Path csv, Mistakes mistakes) {
        try {
            return Files.readAllLines(csv);
        } catch (IOException e) {
            mistakes.add(csv, 1, "cannot be read: " + e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static Optional<Change> change(String[] cells) {
        try {
            return cells.length == CELLS
                    ? Optional.of(
                            new Change(LocalDate.parse(cells[0]), cells[1], cells[2], cells[3], cells[4], cells[5]))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What became, after that day, of the commune that the code meant on it. */
    public Successor after(String code, LocalDate on) {
        return until(code, on, LocalDate.MAX);
    }

    /** What has become until the other day of the commune that the code meant on the first; a split ends the search. */
    public Successor between(String code, LocalDate on, LocalDate other) {
        Successor found = new Unchanged();
        var next = until(code, on, other);
        while (next instanceof Into into) {
            found = next;
            next = until(into.change().commune(), into.change().day(), other);
        }
        return next instanceof Split ? next : found;
    }

    /** The first thing that became of it. */
    private Successor until(String code, LocalDate on, LocalDate last) {
        var later = byOld.getOrDefault(code, List.of()).stream()
                .filter(change -> change.day().isAfter(on) && !change.day().isAfter(last))
                .toList();
        if (later.isEmpty()) {
            return new Unchanged();
        }
        var first = later.stream().map(Change::day).min(LocalDate::compareTo).orElseThrow();
        var candidates =
                later.stream().filter(change -> change.day().equals(first)).toList();
        return candidates.size() == 1 ? new Into(candidates.getFirst()) : new Split(candidates);
    }
}
