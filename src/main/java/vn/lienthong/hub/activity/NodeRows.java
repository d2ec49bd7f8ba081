package vn.lienthong.hub.activity;

import static vn.lienthong.hub.commit.Rows.time;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;

/** Nodes in the database, whose clock says who is silent: those of nodes may differ. */
@Component
class NodeRows implements Nodes {
    private static final String SEEN = """
            insert into node (id, host, version, java, edition, clock_ahead, disk_free, started_at, seen_at, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?)
            on conflict (id) do update set edition = excluded.edition, clock_ahead = excluded.clock_ahead,
              disk_free = excluded.disk_free, seen_at = excluded.seen_at, attempts = excluded.attempts""";
    private static final String FORGET =
            "delete from node where seen_at < clock_timestamp() - make_interval(secs => ?)";
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    /** So many beats may be missed. */
    private static final int BEATS = 4;

    private final JdbcClient jdbc;
    private final ActivitySettings settings;

    NodeRows(JdbcClient jdbc, ActivitySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    OffsetDateTime now() {
        return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
    }

    void seen(Node node) {
        jdbc.sql(SEEN)
                .params(
                        node.id(),
                        node.host(),
                        node.version(),
                        node.java(),
                        node.edition(),
                        node.clockAhead(),
                        node.diskFree(),
                        node.startedAt(),
                        Json.text(node.attempts()))
                .update();
        jdbc.sql(FORGET).param(FORGOTTEN.toSeconds()).update();
    }

    void leave(UUID id) {
        jdbc.sql("delete from node where id = ?").param(id).update();
    }

    @Override
    public List<Node> all() {
        return jdbc.sql("""
                        select *, seen_at > clock_timestamp() - make_interval(secs => ?) as alive from node
                        order by started_at, id""")
                .param(settings.beat().multipliedBy(BEATS).toMillis() / 1000.0)
                .query((row, n) -> node(row))
                .list();
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getObject("id", UUID.class),
                row.getString("host"),
                row.getString("version"),
                row.getString("java"),
                row.getLong("edition"),
                row.getLong("clock_ahead"),
                row.getLong("disk_free"),
                time(row, "started_at"),
                time(row, "seen_at"),
                row.getBoolean("alive"),
                attempts(row.getString("attempts")));
    }

    private static Map<String, Long> attempts(String json) {
        return Json.MAPPER.convertValue(Json.parse(json.getBytes(StandardCharsets.UTF_8)), new TypeReference<>() {});
    }
}
