package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.json.Times;

/** What systems were told, made again from the ledger: the same for every attempt of a delivery, however late. */
@Component
public class Messages {
    private static final String SELECT = """
            select d.id, d.lease, d.system, d.dossier, d.seq, d.operation, d.state as was, d.attempts, d.tries,
              e.id as entry, e.kind, e.occurred_at, e.received_at, e.recorded_at, e.body, e.state as entry_state,
              s.body as dossier_body, s.province, s.commune, d.ask_only, """ + DeliveryRows.EDIT + """
             from delivery d join entry e on e.id = d.entry join dossier s on s.code = d.dossier
            """;
    private static final int FETCH = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Messages(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.transaction = transaction;
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
     * Every message that went out since then, in the order of deliveries; read as they are taken, so that there may be any
     * number.
     */
    public void since(Instant since, @Nullable String system, Consumer<Told> taker) {
        transaction.executeWithoutResult(status -> jdbc.query(
                SELECT + """
                        where d.sent_at >= ? and (?::text is null or d.system = ?::text) order by d.id""", (ResultSet row) -> taker.accept(told(row)), Times.inOffice(since), system, system));
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
