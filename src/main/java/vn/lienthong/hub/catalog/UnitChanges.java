package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which commune went into which, on which day. A commune that went into several is not mapped by its code: whoever asks
 * gets the candidates and a question, and must know the address.
 */
public final class UnitChanges {
    private static final String HEADER = "day,old,old_name,new_province,new,new_name,part";
    private static final int CELLS = 7;

    private final List<Change> changes;

    private UnitChanges(List<Change> changes) {
        this.changes = changes;
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
    public static UnitChanges read(Path csv) throws IOException {
        var mistakes = new Mistakes();
        var lines = Files.readAllLines(csv);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            mistakes.add(csv, 1, "must begin with " + HEADER);
        }
        var changes = new java.util.ArrayList<Change>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            if (cells.length == CELLS && cells[0].matches("\\d{4}-\\d{2}-\\d{2}")) {
                changes.add(new Change(LocalDate.parse(cells[0]), cells[1], cells[2], cells[3], cells[4], cells[5]));
            } else {
                mistakes.add(csv, i + 1, "must be " + HEADER);
            }
        }
        mistakes.throwIfAny();
        return new UnitChanges(List.copyOf(changes));
    }

    /** What became, after that day, of the commune that the code meant on it. */
    public Successor after(String code, LocalDate on) {
        var next = changes.stream()
                .filter(change -> change.old().equals(code) && change.day().isAfter(on))
                .map(Change::day)
                .min(LocalDate::compareTo);
        if (next.isEmpty()) {
            return new Unchanged();
        }
        var candidates = changes.stream()
                .filter(change -> change.old().equals(code) && change.day().equals(next.get()))
                .toList();
        return candidates.size() == 1 ? new Into(candidates.getFirst()) : new Split(candidates);
    }
}
