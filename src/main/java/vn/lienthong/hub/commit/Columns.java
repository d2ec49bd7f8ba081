package vn.lienthong.hub.commit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into the arrays that {@code unnest} takes: one statement, however many rows. */
public record Columns<T>(PreparedStatement statement, List<T> rows) {
    public Columns<T> add(int index, String type, Function<T, @Nullable Object> value) throws SQLException {
        var values = rows.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
