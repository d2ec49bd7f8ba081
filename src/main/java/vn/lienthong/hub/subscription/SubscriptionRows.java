package vn.lienthong.hub.subscription;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.security.UnitScope;

/** Subscriptions in the database. */
@Component
class SubscriptionRows {
    private static final String SELECT =
            "select id, client, units, url, entries, reason, secret, old_until, created_at, enabled_at from subscription";

    private final JdbcClient jdbc;

    SubscriptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Subscription subscription) {
        jdbc.sql("""
                        insert into subscription (id, client, units, url, entries, state, secret, old_until, created_at,
                          enabled_at) values (?, ?, ?, ?, ?, 'ENABLED', ?, ?, ?, ?)""")
                .params(
                        subscription.id(),
                        subscription.client(),
                        subscription.scope().units().toArray(String[]::new),
                        subscription.url(),
                        subscription.entries().toArray(String[]::new),
                        subscription.secret(),
                        subscription.oldUntil(),
                        subscription.createdAt(),
                        subscription.enabledAt())
                .update();
    }

    List<Subscription> of(String client) {
        return jdbc.sql(SELECT + " where client = ? order by created_at, id")
                .param(client)
                .query((row, n) -> subscription(row))
                .list();
    }

    Optional<Subscription> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, n) -> subscription(row))
                .optional();
    }

    List<Subscription> enabled() {
        return jdbc.sql(SELECT + " where state = 'ENABLED' order by id")
                .query((row, n) -> subscription(row))
                .list();
    }

    void change(UUID id, String url, Set<String> entries) {
        jdbc.sql("update subscription set url = ?, entries = ? where id = ?")
                .params(url, entries.toArray(String[]::new), id)
                .update();
    }

    void rotate(UUID id, OffsetDateTime oldUntil) {
        jdbc.sql("update subscription set secret = secret + 1, old_until = ? where id = ?")
                .params(oldUntil, id)
                .update();
    }

    void enable(UUID id, OffsetDateTime at) {
        jdbc.sql("update subscription set state = 'ENABLED', reason = null, enabled_at = ? where id = ?")
                .params(at, id)
                .update();
    }

    boolean disable(UUID id, String reason) {
        return jdbc.sql("update subscription set state = 'DISABLED', reason = ? where id = ? and state = 'ENABLED'")
                        .params(reason, id)
                        .update()
                == 1;
    }

    void remove(UUID id) {
        jdbc.sql("delete from subscription where id = ?").param(id).update();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("client"),
                new UnitScope(texts(row, "units")),
                row.getString("url"),
                texts(row, "entries"),
                row.getString("reason"),
                row.getInt("secret"),
                time(row, "old_until"),
                time(row, "created_at"),
                time(row, "enabled_at"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
