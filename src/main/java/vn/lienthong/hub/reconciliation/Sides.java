package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.ledger.DossierState;

/** Puts the dossiers of ours beside what a system showed of them. */
@Component
class Sides {
    private static final String DOSSIERS = """
            select d.code, d.procedure, d.received_at, d.due_at, d.status, case when ? then d.state end as state
            from unnest(?::text[]) as s (code) join dossier d on d.code = s.code""";

    private final JdbcTemplate jdbc;

    Sides(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One side each of the records of a page; of a code that stands there twice the first one.
     *
     * @param story whether the rules ask for more than the columns of a dossier tell
     */
    List<Side> of(List<JsonNode> records, boolean story) {
        var dossiers = dossiers(records, story);
        var seen = new HashSet<String>();
        return records.stream()
                .filter(record -> seen.add(code(record)))
                .map(record -> new Side(code(record), record, dossiers.get(code(record))))
                .toList();
    }

    static String code(JsonNode record) {
        return record.get("code").asText();
    }

    private Map<String, Truth> dossiers(List<JsonNode> records, boolean story) {
        var dossiers = new HashMap<String, Truth>();
        jdbc.query(
                DOSSIERS,
                statement -> {
                    statement.setBoolean(1, story);
                    new Columns<>(statement, records).add(2, "text", Sides::code);
                },
                row -> {
                    dossiers.put(row.getString("code"), truth(row));
                });
        return dossiers;
    }

    /** From the columns of a dossier. */
    static Truth truth(ResultSet row) throws SQLException {
        return new Truth(
                row.getString("code"),
                row.getString("procedure"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getObject("due_at", OffsetDateTime.class),
                row.getString("status"),
                story(row.getString("state")));
    }

    private static Supplier<DossierState> story(@org.jspecify.annotations.Nullable String state) {
        return () -> DossierState.read(Objects.requireNonNull(state, "the rules did not ask for it"));
    }
}
