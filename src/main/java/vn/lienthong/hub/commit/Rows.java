package vn.lienthong.hub.commit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/** Moments of rows, with the offset of the offices whatever the session of the database is set to. */
public final class Rows {
    private Rows() {}

    public static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return Times.inOffice(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    public static @Nullable OffsetDateTime timeOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : Times.inOffice(value.toInstant());
    }
}
