package vn.lienthong.hub.figures;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the database as what they tell. */
final class HeldRows {
    private HeldRows() {}

    static Held held(ResultSet row) throws SQLException {
        var receivedAt = time(row, "received_at");
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
}
