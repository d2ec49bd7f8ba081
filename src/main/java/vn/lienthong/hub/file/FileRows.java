package vn.lienthong.hub.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.file.CitizenFile.State;
import vn.lienthong.hub.json.Times;

/** What is known of files, in the database. */
@Component
class FileRows {
    private static final String SELECT = """
            select f.id, f.dossier, f.kind, f.purpose, f.state, f.media_type, f.size, f.sha256, f.filed_at, f.stored_as,
              %s as reused
            from citizen_file f""";
    private static final String WHOLE = " f.state in ('READY', 'QUARANTINED')";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID id, Filing filing, byte[] owner, Instant now) {
        jdbc.sql("""
                        insert into citizen_file
                          (id, dossier, province, commune, kind, purpose, owner, state, filed_by, filed_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'RECEIVING', ?, ?)""")
                .params(
                        id,
                        filing.dossier(),
                        filing.place().province(),
                        filing.place().commune(),
                        filing.kind(),
                        filing.purpose(),
                        owner,
                        filing.caller(),
                        Times.inOffice(now))
                .update();
    }

    /** Before the bytes go there, so that somebody knows of them if nobody comes back. */
    boolean willBeStored(UUID id, String address, Spool.Arrived arrived, String mediaType) {
        return jdbc.sql("""
                        update citizen_file set stored_as = ?, sha256 = ?, size = ?, media_type = ?
                        where id = ? and state = 'RECEIVING'""")
                        .params(address, arrived.sha256(), arrived.size(), mediaType, id)
                        .update()
                == 1;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same was filed meanwhile */
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("update citizen_file set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    void forgetUnstored(UUID id) {
        jdbc.sql("delete from citizen_file where id = ? and state = 'RECEIVING' and stored_as is null")
                .param(id)
                .update();
    }

    void forgetAbandoned(UUID id) {
        jdbc.sql("delete from citizen_file where id = ? and state = 'ABANDONED'")
                .param(id)
                .update();
    }

    void bytesAreGone(UUID id) {
        jdbc.sql("update citizen_file set stored_as = null where id = ?")
                .param(id)
                .update();
    }

    Optional<CitizenFile> same(Filing filing, byte[] owner, byte[] sha256) {
        return jdbc.sql(SELECT.formatted("false")
                        + " where f.dossier = ? and f.kind = ? and f.owner = ? and f.sha256 = ? and" + WHOLE)
                .params(filing.dossier(), filing.kind(), owner, sha256)
                .query((row, n) -> file(row))
                .optional();
    }

    Optional<CitizenFile> find(UUID id) {
        return jdbc.sql(SELECT.formatted("false") + " where f.id = ? and f.state not in ('RECEIVING', 'ABANDONED')")
                .param(id)
                .query((row, n) -> file(row))
                .optional();
    }

    Optional<CitizenFile> findOf(UUID id, byte[] owner) {
        return jdbc.sql(SELECT.formatted("false") + " where f.id = ? and f.owner = ? and" + WHOLE)
                .params(id, owner)
                .query((row, n) -> file(row))
                .optional();
    }

    /** The units of the dossier it is filed in and of those it is reused for. */
    List<CitizenFiles.Place> places(UUID id) {
        return jdbc.sql("""
                        select province, commune from citizen_file where id = ?
                        union select province, commune from file_reuse where file = ?""")
                .params(id, id)
                .query((row, n) -> new CitizenFiles.Place(row.getString(1), row.getString(2)))
                .list();
    }

    List<CitizenFile> of(String dossier) {
        return jdbc.sql(SELECT.formatted("f.dossier <> ?") + " where" + WHOLE + """
                         and (f.dossier = ? or exists (select 1 from file_reuse r where r.file = f.id and r.dossier = ?))
                        order by f.filed_at, f.id""")
                .params(dossier, dossier, dossier)
                .query((row, n) -> file(row))
                .list();
    }

    List<CitizenFile> held(byte[] owner, @Nullable String kind, String dossier, int limit) {
        return jdbc.sql(SELECT.formatted("f.dossier <> ?") + """
                         where f.owner = ? and f.state = 'READY' and (cast(? as text) is null or f.kind = ?)
                        order by f.filed_at desc, f.id limit ?""")
                .param(dossier)
                .param(owner)
                .param(kind)
                .param(kind)
                .param(limit)
                .query((row, n) -> file(row))
                .list();
    }

    /** Once for each dossier. */
    void reuse(UUID id, Reuse reuse, Instant now) {
        jdbc.sql("""
                        insert into file_reuse (file, dossier, province, commune, purpose, officer, reused_by, reused_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (file, dossier) do nothing""")
                .param(id)
                .param(reuse.dossier())
                .param(reuse.place().province())
                .param(reuse.place().commune())
                .param(reuse.purpose())
                .param(reuse.officer())
                .param(reuse.by())
                .param(Times.inOffice(now))
                .update();
    }

    /** Those of them that were filed in another dossier. */
    List<UUID> filedElsewhere(List<UUID> ids, String dossier) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id from citizen_file where id = any (?) and dossier <> ? order by id")
                        .params(ids.toArray(UUID[]::new), dossier)
                        .query(UUID.class)
                        .list();
    }

    List<CitizenFile> quarantined(int limit) {
        return jdbc.sql(SELECT.formatted("false") + " where f.state = 'QUARANTINED' order by f.filed_at limit ?")
                .param(limit)
                .query((row, n) -> file(row))
                .list();
    }

    /** From here on nobody goes on with these uploads: only then may their bytes be removed. */
    void abandon(Instant before) {
        jdbc.sql("update citizen_file set state = 'ABANDONED' where state = 'RECEIVING' and filed_at < ?")
                .param(Times.inOffice(before))
                .update();
    }

    /** Abandoned uploads, and harmful files whose bytes are still there. */
    List<CitizenFile> leftBehind() {
        return jdbc.sql(SELECT.formatted("false")
                        + " where f.state = 'ABANDONED' or f.state = 'INFECTED' and f.stored_as is not null")
                .query((row, n) -> file(row))
                .list();
    }

    private static CitizenFile file(ResultSet row) throws SQLException {
        var sha256 = row.getBytes("sha256");
        return new CitizenFile(
                row.getObject("id", UUID.class),
                row.getString("dossier"),
                row.getString("kind"),
                row.getString("purpose"),
                State.valueOf(row.getString("state")),
                Objects.requireNonNullElse(row.getString("media_type"), ""),
                row.getLong("size"),
                sha256 == null ? "" : HexFormat.of().formatHex(sha256),
                Times.inOffice(row.getObject("filed_at", OffsetDateTime.class).toInstant()),
                Objects.requireNonNullElse(row.getString("stored_as"), ""),
                row.getBoolean("reused"));
    }
}
