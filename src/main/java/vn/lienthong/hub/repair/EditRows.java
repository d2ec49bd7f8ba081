package vn.lienthong.hub.repair;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DossierConditions;
import vn.lienthong.hub.security.UnitScope;

/** Edits in the database. */
@Component
class EditRows {
    private static final String SELECT = """
            select e.*, x.dossier, x.system from delivery_edit e join delivery x on x.id = e.delivery
              join dossier d on d.code = x.dossier where\s""";

    private final JdbcClient jdbc;

    EditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one of that id, or another is proposed for the delivery. */
    boolean propose(UUID id, long delivery, JsonNode patch, String reason, String by, Instant now) {
        return jdbc.sql("""
                        insert into delivery_edit (id, delivery, patch, reason, state, proposed_by, proposed_at)
                        values (?, ?, ?, ?, 'PROPOSED', ?, ?) on conflict do nothing""")
                        .params(id, delivery, Json.text(patch), reason, by, Times.inOffice(now))
                        .update()
                == 1;
    }

    boolean decide(UUID id, boolean approved, String by, String note, Instant now) {
        return jdbc.sql("""
                        update delivery_edit set state = ?, decided_by = ?, decided_at = ?, note = ?
                        where id = ? and state = 'PROPOSED'""")
                        .params(approved ? "APPROVED" : "REJECTED", by, Times.inOffice(now), note, id)
                        .update()
                == 1;
    }

    Optional<Edit> find(UUID id, UnitScope scope) {
        var conditions = DossierConditions.of(scope, null, null).and("e.id = ?", id);
        return jdbc.sql(SELECT + conditions.sql())
                .params(conditions.values())
                .query((row, n) -> edit(row))
                .optional();
    }

    List<Edit> proposed(UnitScope scope, int limit) {
        var conditions = DossierConditions.of(scope, null, null);
        return jdbc.sql(SELECT + conditions.sql() + " and e.state = 'PROPOSED' order by e.proposed_at limit " + limit)
                .params(conditions.values())
                .query((row, n) -> edit(row))
                .list();
    }

    private static Edit edit(ResultSet row) throws SQLException {
        return new Edit(
                row.getObject("id", UUID.class),
                row.getLong("delivery"),
                row.getString("dossier"),
                row.getString("system"),
                Json.kept(row.getString("patch")),
                row.getString("reason"),
                row.getString("state"),
                row.getString("proposed_by"),
                time(row, "proposed_at"),
                row.getString("decided_by"),
                timeOrNull(row, "decided_at"),
                row.getString("note"));
    }
}
