package vn.lienthong.hub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Column;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.export.Rows;
import vn.lienthong.hub.export.Table;

/** The beginning of a table, to be shown on a page; the whole of it is had as a file. */
public final class Collected implements Rows {
    private static final int MOST = 200;

    private final Table table;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private boolean more;

    private Collected(Table table) {
        this.table = table;
    }

    static Collected of(Listing listing) {
        try (var collected = new Collected(listing.table())) {
            listing.into(collected);
            return collected;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(@Nullable Object... cells) {
        if (rows.size() < MOST) {
            rows.add(Arrays.asList(cells));
        } else {
            more = true;
        }
    }

    @Override
    public void close() {
        // nothing is open
    }

    public Table table() {
        return table;
    }

    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** The columns of shares, in the order of the table. */
    public List<Column> shares() {
        return table.columns().stream()
                .filter(column -> column.kind() == Column.Kind.PER_CENT)
                .toList();
    }

    /** What a chart calls a line: its last text. */
    public String name(List<@Nullable Object> row) {
        var columns = table.columns();
        var name = "";
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.TEXT && row.get(i) instanceof String text) {
                name = text;
            }
        }
        return name;
    }

    /** The share of a line in that column; null where the hub cannot know it. */
    public @Nullable BigDecimal share(List<@Nullable Object> row, Column column) {
        return row.get(table.columns().indexOf(column)) instanceof BigDecimal share ? share : null;
    }

    /** What the first line, which is of all, says in that column; null where there is no such column. */
    public @Nullable Object ofAll(String column) {
        var columns = table.columns();
        for (var i = 0; i < columns.size() && !rows.isEmpty(); i++) {
            if (columns.get(i).name().equals(column)) {
                return rows.getFirst().get(i);
            }
        }
        return null;
    }

    /** The sum of what the first line says in those columns. */
    public long sumOfAll(String... columns) {
        return Arrays.stream(columns)
                .map(this::ofAll)
                .mapToLong(cell -> cell instanceof Number number ? number.longValue() : 0)
                .sum();
    }

    /** Whether the table goes on. */
    public boolean more() {
        return more;
    }

    public String text(@Nullable Object cell, Say say) {
        return switch (cell) {
            case null -> "";
            case Long count -> say.number(count);
            case Integer count -> say.number(count);
            case OffsetDateTime time -> say.moment(time);
            case BigDecimal share -> share.toPlainString() + " %";
            default -> cell.toString();
        };
    }

    public boolean isNumber(Column column) {
        return column.kind() == Column.Kind.WHOLE || column.kind() == Column.Kind.PER_CENT;
    }

    /** The place of the first column of shares, which a chart shows; negative where there is none. */
    public int share() {
        var columns = table.columns();
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.PER_CENT) {
                return i;
            }
        }
        return -1;
    }
}
