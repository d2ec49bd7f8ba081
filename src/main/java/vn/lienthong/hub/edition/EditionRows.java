package vn.lienthong.hub.edition;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;

/** Editions in the database. The one with the highest number is live: storing one and putting it live is one row. */
@Component
class EditionRows {
    private static final String SELECT = """
            select number, hash, live_at, client, why, restores, added, changed, removed, concerns from edition""";

    private final JdbcClient jdbc;

    EditionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within the caller's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another one took the number meanwhile
     */
    void add(EditionRecord edition, EditionFiles files) {
        jdbc.sql("insert into edition_files (hash, zip) values (?, ?) on conflict do nothing")
                .params(edition.hash(), files.zip())
                .update();
        jdbc.sql("""
                        insert into edition (number, hash, live_at, client, why, restores, added, changed, removed, concerns)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(edition.number())
                .param(edition.hash())
                .param(edition.liveAt())
                .param(edition.client())
                .param(edition.why())
                .param(edition.restores())
                .param(edition.added())
                .param(edition.changed())
                .param(edition.removed())
                .param(edition.concerns().toArray(String[]::new))
                .update();
    }

    /** 0 before the first. */
    long liveNumber() {
        return jdbc.sql("select coalesce(max(number), 0) from edition")
                .query(Long.class)
                .single();
    }

    Optional<EditionRecord> live() {
        return jdbc.sql(SELECT + " order by number desc limit 1")
                .query((row, n) -> edition(row))
                .optional();
    }

    Optional<EditionRecord> find(long number) {
        return jdbc.sql(SELECT + " where number = ?")
                .param(number)
                .query((row, n) -> edition(row))
                .optional();
    }

    /** Newest first. */
    List<EditionRecord> before(long number, int most) {
        return jdbc.sql(SELECT + " where number < ? order by number desc limit ?")
                .params(number, most)
                .query((row, n) -> edition(row))
                .list();
    }

    EditionFiles files(String hash) {
        var zip = jdbc.sql("select zip from edition_files where hash = ?")
                .param(hash)
                .query(byte[].class)
                .single();
        return EditionFiles.unzip(new ByteArrayInputStream(zip));
    }

    private static EditionRecord edition(ResultSet row) throws SQLException {
        var restores = row.getLong("restores");
        return new EditionRecord(
                row.getLong("number"),
                row.getString("hash"),
                Times.inOffice(row.getObject("live_at", OffsetDateTime.class).toInstant()),
                row.getString("client"),
                row.getString("why"),
                restores == 0 ? null : restores,
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("removed"),
                List.of((String[]) row.getArray("concerns").getArray()));
    }
}
