package vn.lienthong.hub.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** A list of codes, each with the days on which it means what it means. Nothing is ever taken out: it ends. */
public final class CodeList {
    private static final int VERSION_BYTES = 6;

    private final String key;
    private final List<String> columns;
    private final Map<String, List<Meaning>> byCode;

    CodeList(String key, List<String> columns, List<Meaning> meanings) {
        this.key = key;
        this.columns = columns;
        this.byCode = meanings.stream()
                .sorted(comparing(Meaning::from, nullsFirst(naturalOrder())))
                .collect(groupingBy(Meaning::code, TreeMap::new, java.util.stream.Collectors.toList()));
    }

    /**
     * What a code means during a time.
     *
     * @param cells everything else that the list says of it, by column
     * @param from first day; null: since before the memory of the list
     * @param to last day; null: until further notice
     */
    public record Meaning(
            String code,
            Map<String, String> cells,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean inForce(LocalDate on) {
            return (from == null || !on.isBefore(from)) && (to == null || !on.isAfter(to));
        }

        /** Whether some day has both meanings. */
        boolean overlaps(Meaning other) {
            return startsBy(other.to) && other.startsBy(to);
        }

        private boolean startsBy(@Nullable LocalDate day) {
            return from == null || day == null || !from.isAfter(day);
        }

        Meaning until(LocalDate last) {
            return new Meaning(code, cells, from, last);
        }

        Meaning since(LocalDate first) {
            return new Meaning(code, cells, first, null);
        }
    }

    /** How the meaning of a code differs; either side is null where the code has none. */
    public record Difference(
            String code, @Nullable Meaning before, @Nullable Meaning after) {}

    /**
     * Reads a list.
     *
     * @throws MistakesFound with every mistake of the file
     */
    public static CodeList read(Path csv) {
        var mistakes = new Mistakes();
        var list = read(csv, mistakes);
        mistakes.throwIfAny();
        return list;
    }

    /** As far as it can be read; what is wrong is noted. */
    public static CodeList read(Path csv, Mistakes mistakes) {
        return new CodeListFile(csv, mistakes).read();
    }

    /** The shared list whose codes this one translates, every one of them; nothing of a list with codes of its own. */
    public Optional<String> translates() {
        return CodeListFile.OWN_CODES.contains(key) ? Optional.empty() : Optional.of(key);
    }

    /** What it means on that day. */
    public Optional<Meaning> at(String code, LocalDate on) {
        return meanings(code).stream().filter(meaning -> meaning.inForce(on)).findFirst();
    }

    /** Everything it has ever meant, oldest first. */
    public List<Meaning> meanings(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    public int size() {
        return byCode.size();
    }

    public Set<String> codes() {
        return byCode.keySet();
    }

    /** In the order of codes and days. */
    public Stream<Meaning> meanings() {
        return byCode.values().stream().flatMap(List::stream);
    }

    /** The same for equal content, whoever wrote it and in whichever order. */
    public String version() {
        return HexFormat.of().formatHex(Json.sha256(csv().getBytes(UTF_8)), 0, VERSION_BYTES);
    }

    /** Where another list says otherwise of that day; only columns that both have are compared. */
    public List<Difference> differences(CodeList other, LocalDate on) {
        var found = new ArrayList<Difference>();
        var codes = new TreeSet<>(byCode.keySet());
        codes.addAll(other.byCode.keySet());
        for (var code : codes) {
            var before = at(code, on).orElse(null);
            var after = other.at(code, on).orElse(null);
            if (before == null ? after != null : after == null || !saysTheSame(before, after, other)) {
                found.add(new Difference(code, before, after));
            }
        }
        return found;
    }

    private boolean saysTheSame(Meaning before, Meaning after, CodeList other) {
        return columns.stream()
                .filter(other.columns::contains)
                .allMatch(column -> before.cells()
                        .getOrDefault(column, "")
                        .equals(after.cells().getOrDefault(column, "")));
    }

    /** This list as it is once the other one holds, from a day on: what differs ends the day before, or begins. */
    public CodeList takingOver(CodeList other, LocalDate from) {
        var meanings = new ArrayList<Meaning>();
        meanings().forEach(meanings::add);
        for (var difference : differences(other, from)) {
            if (difference.before() != null) {
                meanings.remove(difference.before());
                meanings.add(difference.before().until(from.minusDays(1)));
            }
            if (difference.after() != null) {
                meanings.add(known(difference.after()).since(from));
            }
        }
        return new CodeList(key, columns, meanings);
    }

    /** Of the other list's columns those that this one has. */
    private Meaning known(Meaning meaning) {
        var cells = new LinkedHashMap<String, String>();
        columns.forEach(column -> cells.put(column, meaning.cells().getOrDefault(column, "")));
        return new Meaning(meaning.code(), cells, meaning.from(), meaning.to());
    }

    /** As it stands in a file, ordered by code and day. */
    public String csv() {
        return CodeListFile.write(columns, byCode.values());
    }
}
