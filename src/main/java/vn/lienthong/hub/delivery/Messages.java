package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What systems were told, made again from the ledger: the same for every attempt of a delivery, however late. */
@Component
public class Messages {
    private static final String SELECT = """
            select d.id, d.lease, d.system, d.dossier, d.seq, d.operation, d.state as was, d.attempts, d.tries,
              e.id as entry, e.kind, e.occurred_at, e.received_at, e.recorded_at, e.body, e.state as entry_state,
              s.body as dossier_body, s.province, s.commune, d.ask_only, """ + DeliveryRows.EDIT + """
             from delivery d join entry e on e.id = d.entry join dossier s on s.code = d.dossier
            """;
    private static final String SENT = """
            where d.id > ? and d.sent_at >= ? and (?::text is null or d.system = ?::text) order by d.id limit ?""";

    private final JdbcTemplate jdbc;

    Messages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One delivery and its message in canonical form.
     *
     * @param province of the dossier
     */
    public record Told(
            long delivery,
            String system,
            String dossier,
            String operation,
            String province,
            String commune,
            JsonNode message) {}

    public Optional<Told> find(long delivery) {
        return jdbc.query(SELECT + "where d.id = ?", (row, n) -> told(row), delivery).stream()
                .findFirst();
    }

    /**
     * Some of the messages that went out since then, in the order of deliveries.
     *
     * @param after the delivery to go on behind
     */
    public List<Told> since(OffsetDateTime since, @Nullable String system, long after, int most) {
        return jdbc.query(SELECT + SENT, (row, n) -> told(row), after, since, system, system, most);
    }

    private static Told told(ResultSet row) throws SQLException {
        var leased = DeliveryRows.leased(row);
        return new Told(
                leased.id(),
                leased.system(),
                leased.dossier(),
                leased.operation(),
                row.getString("province"),
                row.getString("commune"),
                leased.message());
    }
}
