package vn.lienthong.hub.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/** Rows of the database as what they tell. */
final class HeldRows {
    private HeldRows() {}

    static Held held(ResultSet row) throws SQLException {
        var receivedAt = Times.inOffice(
                row.getObject("received_at", OffsetDateTime.class).toInstant());
        var record = row.getString("record");
        return new Held(
                row.getString("code"),
                row.getString("province"),
                row.getString("commune"),
                row.getString("procedure"),
                row.getString("field"),
                row.getString("channel"),
                receivedAt,
                Accounts.ours(Accounts.state(row.getString("state")), receivedAt, timeOrNull(row, "due_at")),
                record == null ? null : Accounts.theirs(record));
    }

    static @Nullable OffsetDateTime timeOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : Times.inOffice(value.toInstant());
    }
}
