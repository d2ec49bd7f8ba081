package vn.lienthong.hub.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads, and locks, how the dossiers of a batch stand: one statement, whatever its size. */
@Component
class StandingRows {
    private static final String STANDINGS = """
            select code, province, commune, procedure, field, channel, received_at, last_seq, state
            from dossier where code = any (?) order by code for no key update""";

    private final JdbcTemplate jdbc;

    StandingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Appending.Standings of(List<Draft> drafts) {
        var codes =
                drafts.stream().map(d -> d.submission().dossier()).distinct().toArray();
        var found = new HashMap<String, Standing>();
        jdbc.query(STANDINGS, ps -> ps.setArray(1, ps.getConnection().createArrayOf("text", codes)), row -> {
            var standing = standing(row);
            found.put(standing.code(), standing);
        });
        return new Appending.Standings() {
            @Override
            public @Nullable Standing of(String dossier) {
                return found.get(dossier);
            }

            @Override
            public void put(Standing standing) {
                found.put(standing.code(), standing);
            }
        };
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("code"),
                row.getString("province"),
                row.getString("commune"),
                row.getString("procedure"),
                row.getString("field"),
                row.getString("channel"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getInt("last_seq"),
                LedgerRows.state(row.getString("state")));
    }
}
