package vn.lienthong.hub.published;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.json.Times;

/** Compares the procedures of the hub's own catalogue, by which due times are reckoned, with the newest published ones. */
@Component
class PublishedProcedures implements ProcedureDifferences {
    private static final String CATALOGUE = "procedures";

    private final ItemRows rows;
    private final Procedures procedures;
    private final InstantSource clock;

    PublishedProcedures(ItemRows rows, Procedures procedures, InstantSource clock) {
        this.rows = rows;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public Comparison compare() {
        var published = rows.newest(CATALOGUE).stream().collect(Collectors.toMap(Item::code, Function.identity()));
        if (published.isEmpty()) {
            return new Comparison(0, List.of());
        }
        var today = Times.inOffice(clock.instant()).toLocalDate();
        var lines = procedures.all().stream()
                .sorted(Comparator.comparing(Procedure::code))
                .flatMap(ours -> lines(ours, published.get(ours.code()), today).stream())
                .toList();
        return new Comparison(published.size(), lines);
    }

    private static List<Line> lines(Procedure ours, @Nullable Item theirs, LocalDate today) {
        if (theirs == null) {
            return List.of(new Line(ours.code(), "not-published", ours.name(), null, null));
        }
        var lines = new ArrayList<Line>();
        if (!theirs.isInForce(today)) {
            lines.add(line(ours, "not-in-force", null, theirs.from() + "/" + theirs.to(), theirs));
        }
        if (!ours.name().equalsIgnoreCase(theirs.title())) {
            lines.add(line(ours, "title", ours.name(), theirs.title(), theirs));
        }
        if (theirs.field() != null && !ours.field().equals(theirs.field())) {
            lines.add(line(ours, "field", ours.field(), theirs.field(), theirs));
        }
        return lines;
    }

    private static Line line(Procedure ours, String difference, @Nullable String our, @Nullable String their, Item at) {
        return new Line(ours.code(), difference, our, their, at.version());
    }
}
