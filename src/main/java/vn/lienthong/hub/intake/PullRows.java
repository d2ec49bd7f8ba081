package vn.lienthong.hub.intake;

import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;

/**
 * How far pulls have come, in the database. Every step forward names the page it goes on from: of two nodes that work on
 * the same round, the slower changes nothing.
 */
@Component
class PullRows {
    private static final String CLAIM = """
            update pull set due_at = ?, until_at = coalesce(until_at, ?)
            where system = ? and name = ? and due_at <= ?
            returning system, name, since_at, until_at, cursor""";
    private static final String AT =
            " where system = ? and name = ? and until_at = ? and cursor is not distinct from ?::text";

    private final JdbcClient jdbc;

    PullRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Is known from now on; the first round is due at once. */
    void know(String system, String name, Instant since, Instant now) {
        jdbc.sql("insert into pull (system, name, since_at, due_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(system, name, Times.inOffice(since), Times.inOffice(now))
                .update();
    }

    /** A round that is due, begun now or left by another node; nobody else works on it before the patience is over. */
    Optional<Round> claim(String system, String name, Instant now, Duration patience) {
        return jdbc.sql(CLAIM)
                .params(Times.inOffice(now.plus(patience)), Times.inOffice(now), system, name, Times.inOffice(now))
                .query((row, n) -> round(row))
                .optional();
    }

    /** False when another node was faster. */
    boolean turnPage(Round round, String cursor, Instant busyUntil) {
        return jdbc.sql("update pull set cursor = ?, due_at = ?, fault = null" + AT)
                        .params(params(round, cursor, Times.inOffice(busyUntil)))
                        .update()
                == 1;
    }

    void finish(Round round, Instant nextSince, Instant next) {
        jdbc.sql("update pull set since_at = ?, until_at = null, cursor = null, due_at = ?, fault = null" + AT)
                .params(params(round, Times.inOffice(nextSince), Times.inOffice(next)))
                .update();
    }

    /** It goes on from the same page. */
    void rest(Round round, String fault, Instant next) {
        jdbc.sql("update pull set fault = ?, due_at = ?" + AT)
                .params(params(round, fault, Times.inOffice(next)))
                .update();
    }

    private static java.util.List<@Nullable Object> params(Round round, Object first, Object second) {
        return Arrays.asList(first, second, round.system(), round.name(), round.until(), round.cursor());
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getString("system"),
                row.getString("name"),
                time(row, "since_at"),
                time(row, "until_at"),
                row.getString("cursor"));
    }
}
