package vn.lienthong.hub.commit;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** Moments of rows, with the offset of the offices whatever the session of the database is set to; and JSON. */
public final class Rows {
    private Rows() {}

    public static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return Times.inOffice(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    public static @Nullable OffsetDateTime timeOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : Times.inOffice(value.toInstant());
    }

    public static @Nullable JsonNode treeOrNull(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : Json.kept(text);
    }
}
