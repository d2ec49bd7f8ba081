package vn.lienthong.hub.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;

/** Published records in the database; versions are only ever added. */
@Component
class ItemRows {
    /** A new version only where the newest has another record; of two nodes at once the slower adds nothing. */
    private static final String ADD = """
            insert into published (catalogue, code, version, title, field, from_on, to_on, fingerprint, seen_at)
            select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ? from published
            where catalogue = ? and code = ?
            having coalesce((array_agg(fingerprint order by version desc))[1] <> ?, true)
            on conflict do nothing""";

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was news. */
    boolean add(String catalogue, Item item, byte[] fingerprint) {
        return jdbc.sql(ADD)
                        .params(Arrays.<@Nullable Object>asList(
                                catalogue,
                                item.code(),
                                item.title(),
                                item.field(),
                                item.from(),
                                item.to(),
                                fingerprint,
                                item.seenAt(),
                                catalogue,
                                item.code(),
                                fingerprint))
                        .update()
                == 1;
    }

    /** The newest version of each. */
    List<Item> newest(String catalogue) {
        return jdbc.sql("""
                        select distinct on (code) code, version, title, field, from_on, to_on, seen_at from published
                        where catalogue = ? order by code, version desc""").param(catalogue).query((row, n) -> item(row)).list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("code"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("field"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Times.inOffice(row.getObject("seen_at", OffsetDateTime.class).toInstant()));
    }
}
