package vn.lienthong.hub.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;

/** Which dossiers are on a journey, and when to look at each again. What happened on it stands in the ledger alone. */
@Component
class JourneyRows {
    private static final String CLAIM = """
            update journey set look_at = ? where dossier = (
              select dossier from journey where look_at <= ? order by look_at limit 1 for update skip locked)
            returning dossier, definition""";

    private final JdbcTemplate jdbc;

    JourneyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param definition the text of the file that it began on */
    record Begun(String dossier, String definition) {}

    void begin(List<Begun> begun, Instant now) {
        jdbc.batchUpdate(
                "insert into journey (dossier, definition, state, look_at) values (?, ?, 'RUNNING', ?)"
                        + " on conflict (dossier) do nothing",
                begun.stream()
                        .map(b -> new Object[] {b.dossier(), b.definition(), Times.inOffice(now)})
                        .toList());
    }

    /** Something was heard of these. */
    void look(Collection<String> dossiers, Instant now) {
        jdbc.update(connection -> {
            var statement = connection.prepareStatement("update journey set look_at = ? where dossier = any (?)");
            statement.setObject(1, Times.inOffice(now));
            statement.setArray(2, connection.createArrayOf("text", dossiers.toArray()));
            return statement;
        });
    }

    /** One to look at; another node takes it when this one has not finished within the patience. */
    Optional<Begun> claim(Instant now, Duration patience) {
        return jdbc.query(CLAIM, JourneyRows::begun, Times.inOffice(now.plus(patience)), Times.inOffice(now)).stream()
                .findFirst();
    }

    /** Unless something was heard of it since it was claimed. */
    void rest(String dossier, JourneyState state, @Nullable Instant until, Instant claimedUntil) {
        jdbc.update(
                "update journey set state = ?, look_at = ? where dossier = ? and look_at = ?",
                state.name(),
                until == null ? null : Times.inOffice(until),
                dossier,
                Times.inOffice(claimedUntil));
    }

    Optional<Begun> find(String dossier) {
        return jdbc
                .query("select dossier, definition from journey where dossier = ?", JourneyRows::begun, dossier)
                .stream()
                .findFirst();
    }

    private static Begun begun(ResultSet row, int n) throws SQLException {
        return new Begun(row.getString("dossier"), row.getString("definition"));
    }
}
