package vn.lienthong.hub.catalog;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The administrative units, each with the days it holds. */
public final class Units {
    private final Supplier<Map<String, List<Unit>>> byCommune;

    /** @param byCommune asked whenever a unit is, so that it may be those of the live edition */
    Units(Supplier<Map<String, List<Unit>>> byCommune) {
        this.byCommune = byCommune;
    }

    Map<String, List<Unit>> byCommune() {
        return byCommune.get();
    }

    /**
     * Reads a list of units.
     *
     * @throws MistakesFound with every mistake of the file
     */
    public static Units read(Path csv) {
        var mistakes = new Mistakes();
        var units = new UnitsFile(csv, mistakes).read();
        mistakes.throwIfAny();
        var byCommune = units.stream()
                .sorted(comparing(Unit::validFrom, nullsFirst(naturalOrder())))
                .collect(groupingBy(Unit::commune));
        return new Units(() -> byCommune);
    }

    /** What the codes meant together on that day. */
    public Optional<Unit> at(String province, String commune, LocalDate on) {
        for (var unit : meanings(commune)) {
            if (unit.province().equals(province) && unit.inForce(on)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The name of a province. */
    public Optional<String> province(String code) {
        return byCommune().values().stream()
                .map(List::getLast)
                .filter(unit -> unit.province().equals(code) && unit.validTo() == null)
                .map(Unit::provinceName)
                .findFirst();
    }

    /** Everything the code has ever meant, oldest first. */
    public List<Unit> meanings(String commune) {
        return byCommune().getOrDefault(commune, List.of());
    }
}
