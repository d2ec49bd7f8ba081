package vn.lienthong.hub.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** What systems sent, in the database. */
@Component
class ReceivedRows {
    private static final String COLUMNS =
            "id, system, name, message, raw, headers, fingerprint, state, cause, answer, tries, received_at";
    private static final String TAKE = """
            insert into received (system, name, message, raw, headers, fingerprint, state, due_at, received_at)
            values (?, ?, ?, ?, ?, ?, 'TAKEN', ?, ?) on conflict (system, name, message) do nothing""";
    private static final String CLAIM = """
            update received set due_at = ?, tries = tries + 1 where id = (
              select id from received where state = 'TAKEN' and due_at <= ? order by due_at limit 1
              for update skip locked)
            returning """ + " " + COLUMNS;
    private static final String SETTLE = """
            update received set state = ?, cause = ?, detail = ?, answer = ?, settled_at = ?
            where id = ? and state = 'TAKEN'""";

    private final JdbcClient jdbc;

    ReceivedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Durable when it returns. The row may be an earlier one, of the same message id. */
    Received take(
            String system,
            String name,
            String message,
            byte[] raw,
            Map<String, String> headers,
            byte[] fingerprint,
            Instant now,
            Duration patience) {
        jdbc.sql(TAKE)
                .params(
                        system,
                        name,
                        message,
                        raw,
                        Json.text(headers),
                        fingerprint,
                        Times.inOffice(now.plus(patience)),
                        Times.inOffice(now))
                .update();
        return find(system, name, message).orElseThrow();
    }

    /** The one that has waited longest to be looked at again; nobody else looks at it before the patience is over. */
    Optional<Received> claim(Instant now, Duration patience) {
        return jdbc.sql(CLAIM)
                .params(Times.inOffice(now.plus(patience)), Times.inOffice(now))
                .query((row, n) -> received(row))
                .optional();
    }

    /** False when it was settled before. */
    boolean settle(Received received, Fate fate, Callbacks.@Nullable Answer answer, Instant now) {
        var dead = fate instanceof Fate.Dead why ? why : null;
        return jdbc.sql(SETTLE)
                        .params(Arrays.asList(
                                fate.state(),
                                dead == null ? null : dead.cause(),
                                dead == null ? null : dead.detail(),
                                answer == null ? null : Json.text(answer),
                                Times.inOffice(now),
                                received.id()))
                        .update()
                == 1;
    }

    /** Nobody looks at it before then. */
    void rest(Received received, String cause, Instant until) {
        jdbc.sql("update received set cause = ?, due_at = ? where id = ? and state = 'TAKEN'")
                .params(cause, Times.inOffice(until), received.id())
                .update();
    }

    Optional<Received> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from received where id = ?")
                .param(id)
                .query((row, n) -> received(row))
                .optional();
    }

    Optional<Received> find(String system, String name, String message) {
        return jdbc.sql("select " + COLUMNS + " from received where system = ? and name = ? and message = ?")
                .params(system, name, message)
                .query((row, n) -> received(row))
                .optional();
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getLong("id"),
                row.getString("system"),
                row.getString("name"),
                row.getString("message"),
                row.getBytes("raw"),
                read(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                row.getBytes("fingerprint"),
                row.getString("state"),
                row.getString("cause"),
                row.getString("answer") == null
                        ? null
                        : read(row.getString("answer"), new TypeReference<Callbacks.Answer>() {}),
                row.getInt("tries"),
                Times.inOffice(
                        row.getObject("received_at", OffsetDateTime.class).toInstant()));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
