package vn.lienthong.hub.ledger;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** Rows of the ledger as its types. */
final class LedgerRows {
    private static final ObjectReader STATE = Json.MAPPER.readerFor(DossierState.class);

    private LedgerRows() {}

    static DossierState state(String text) {
        try {
            return STATE.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a state it cannot read", e);
        }
    }

    static Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                row.getString("code"),
                row.getString("province"),
                row.getString("commune"),
                row.getString("procedure"),
                row.getString("field"),
                row.getString("channel"),
                time(row, "received_at"),
                row.getString("clock_origin"),
                timeOrNull(row, "due_at"),
                row.getString("due_source"),
                row.getString("calendar_version"),
                row.getString("rule_version"),
                row.getString("process_version"),
                row.getInt("last_seq"),
                time(row, "recorded_at"),
                Json.kept(row.getString("body")),
                state(row.getString("state")));
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("dossier"),
                row.getInt("seq"),
                EntryKind.of(row.getString("kind")).orElseThrow(),
                time(row, "occurred_at"),
                time(row, "received_at"),
                time(row, "recorded_at"),
                row.getString("source"),
                Json.kept(row.getString("body")),
                state(row.getString("state")),
                former(row));
    }

    private static @Nullable Former former(ResultSet row) throws SQLException {
        var receivedAt = timeOrNull(row, "former_received_at");
        return receivedAt == null
                ? null
                : new Former(
                        receivedAt,
                        timeOrNull(row, "former_due_at"),
                        row.getString("due_source"),
                        row.getString("calendar_version"),
                        row.getString("rule_version"),
                        row.getString("process_version"));
    }
}
