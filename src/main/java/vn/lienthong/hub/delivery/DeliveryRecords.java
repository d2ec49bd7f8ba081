package vn.lienthong.hub.delivery;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;
import static vn.lienthong.hub.commit.Rows.treeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.DeliveryRecord.Try;

/** Everything that was done to bring a dossier to the systems. */
@Component
public class DeliveryRecords {
    private final JdbcClient jdbc;

    DeliveryRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of systems and entries. */
    public List<DeliveryRecord> of(String dossier) {
        var attempts = attempts(dossier);
        return jdbc.sql("select * from delivery where dossier = ? order by system, seq")
                .param(dossier)
                .query((row, n) -> delivery(row, attempts.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Try>> attempts(String dossier) {
        var byDelivery = new HashMap<Long, List<Try>>();
        jdbc.sql("""
                        select a.* from attempt a join delivery d on d.id = a.delivery
                        where d.dossier = ? order by a.delivery, a.n""").param(dossier).query(row -> {
            byDelivery
                    .computeIfAbsent(row.getLong("delivery"), id -> new ArrayList<>())
                    .add(attempt(row));
        });
        return byDelivery;
    }

    private static Try attempt(ResultSet row) throws SQLException {
        return new Try(
                row.getInt("n"),
                row.getString("kind"),
                time(row, "started_at"),
                time(row, "ended_at"),
                row.getString("outcome"),
                row.getString("code"),
                row.getString("answer"));
    }

    private static DeliveryRecord delivery(ResultSet row, List<Try> attempts) throws SQLException {
        return new DeliveryRecord(
                row.getLong("id"),
                row.getString("system"),
                row.getInt("seq"),
                row.getObject("entry", UUID.class),
                row.getString("operation"),
                row.getString("state"),
                row.getString("code"),
                row.getString("answer"),
                row.getString("receipt"),
                treeOrNull(row, "stored"),
                time(row, "created_at"),
                timeOrNull(row, "sent_at"),
                timeOrNull(row, "acknowledged_at"),
                attempts);
    }
}
