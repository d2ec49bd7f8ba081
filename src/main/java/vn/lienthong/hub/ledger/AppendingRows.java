package vn.lienthong.hub.ledger;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** The rows that appending reads and writes: a few statements per batch, whatever its size. */
@Component
class AppendingRows {
    private static final String STANDINGS = """
            select code, province, commune, procedure, field, channel, received_at, last_seq, state
            from dossier where code = any (?) order by code for no key update""";
    private static final String BY_CONTENT = """
            select e.id, e.dossier, e.seq, e.kind, e.recorded_at, e.fingerprint
            from entry e join unnest(?::text[], ?::bytea[]) as asked (dossier, fingerprint)
              on e.dossier = asked.dossier and e.fingerprint = asked.fingerprint""";
    private static final String BY_KEY = """
            select i.caller, i.key, e.id, e.dossier, e.seq, e.kind, e.recorded_at, e.fingerprint
            from idempotency i join unnest(?::text[], ?::text[]) as asked (caller, key)
              on i.caller = asked.caller and i.key = asked.key
            join entry e on e.id = i.entry""";
    private static final String OPEN = """
            insert into dossier (code, province, commune, procedure, field, channel, status, received_at, clock_origin,
              due_at, due_source, calendar_version, rule_version, process_version, last_seq, recorded_at, body, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String MOVE = """
            update dossier d set status = moved.status, last_seq = moved.last_seq, state = moved.state
            from unnest(?::text[], ?::text[], ?::int[], ?::text[]) as moved (code, status, last_seq, state)
            where d.code = moved.code""";
    private static final String ENTER = """
            insert into entry (id, dossier, seq, kind, occurred_at, received_at, recorded_at, source, body, state,
              fingerprint) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String KEEP_KEY =
            "insert into idempotency (caller, key, entry, created_at) values (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    AppendingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Appending.Standings standings(List<Draft> drafts) {
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

    Appending.Recorded recorded(List<Draft> drafts) {
        var byKey = byKey(drafts);
        var byContent = byContent(drafts);
        return new Appending.Recorded() {
            @Override
            public @Nullable Receipt earlier(Draft draft) {
                var underKey = byKey.get(key(draft));
                if (underKey != null && !underKey.content.equals(content(draft))) {
                    throw new SubmissionRefused(
                            "request.key-reused", 422, "this Idempotency-Key was used for another content", null);
                }
                return underKey != null ? underKey.receipt : byContent.get(content(draft));
            }

            @Override
            public boolean knowsKey(Draft draft) {
                return byKey.containsKey(key(draft));
            }

            @Override
            public void add(Draft draft, Receipt receipt) {
                byContent.put(content(draft), replayed(receipt));
                byKey.put(key(draft), new Earlier(content(draft), replayed(receipt)));
            }
        };
    }

    private record Earlier(Content content, Receipt receipt) {}

    private record Content(String dossier, ByteBuffer fingerprint) {}

    private static Content content(Draft draft) {
        return new Content(draft.submission().dossier(), ByteBuffer.wrap(draft.fingerprint()));
    }

    /** Drafts without a key never meet: their identity is their content. */
    private static List<String> key(Draft draft) {
        var key = draft.submission().idempotencyKey();
        return key == null
                ? List.of("", draft.submission().dossier(), Integer.toString(System.identityHashCode(draft)))
                : List.of(draft.submission().caller().client(), key);
    }

    private Map<List<String>, Earlier> byKey(List<Draft> drafts) {
        var keyed = drafts.stream()
                .filter(d -> d.submission().idempotencyKey() != null)
                .toList();
        var found = new HashMap<List<String>, Earlier>();
        if (!keyed.isEmpty()) {
            jdbc.query(
                    BY_KEY,
                    ps -> {
                        ps.setArray(
                                1,
                                ps.getConnection()
                                        .createArrayOf(
                                                "text",
                                                keyed.stream()
                                                        .map(d -> d.submission()
                                                                .caller()
                                                                .client())
                                                        .toArray()));
                        ps.setArray(
                                2,
                                ps.getConnection()
                                        .createArrayOf(
                                                "text",
                                                keyed.stream()
                                                        .map(d -> d.submission().idempotencyKey())
                                                        .toArray()));
                    },
                    row -> {
                        found.put(
                                List.of(row.getString("caller"), row.getString("key")),
                                new Earlier(content(row), receipt(row)));
                    });
        }
        return found;
    }

    private Map<Content, Receipt> byContent(List<Draft> drafts) {
        var found = new HashMap<Content, Receipt>();
        jdbc.query(
                BY_CONTENT,
                ps -> {
                    ps.setArray(
                            1,
                            ps.getConnection()
                                    .createArrayOf(
                                            "text",
                                            drafts.stream()
                                                    .map(d -> d.submission().dossier())
                                                    .toArray()));
                    Array prints = ps.getConnection()
                            .createArrayOf(
                                    "bytea",
                                    drafts.stream().map(Draft::fingerprint).toArray(byte[][]::new));
                    ps.setArray(2, prints);
                },
                row -> {
                    found.put(content(row), receipt(row));
                });
        return found;
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(row.getString("dossier"), ByteBuffer.wrap(row.getBytes("fingerprint")));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("dossier"),
                row.getObject("id", UUID.class),
                row.getInt("seq"),
                EntryKind.of(row.getString("kind")).orElseThrow(),
                Times.inOffice(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                true);
    }

    private static Receipt replayed(Receipt receipt) {
        return new Receipt(
                receipt.dossier(), receipt.entry(), receipt.seq(), receipt.kind(), receipt.recordedAt(), true);
    }

    void write(Batch batch) {
        if (!batch.opened().isEmpty()) {
            jdbc.batchUpdate(
                    OPEN, batch.opened().stream().map(AppendingRows::dossierRow).toList());
        }
        if (!batch.moved().isEmpty()) {
            move(batch.moved());
        }
        if (!batch.entries().isEmpty()) {
            jdbc.batchUpdate(
                    ENTER, batch.entries().stream().map(AppendingRows::entryRow).toList());
        }
        if (!batch.keys().isEmpty()) {
            jdbc.batchUpdate(
                    KEEP_KEY,
                    batch.keys().stream()
                            .map(k -> new Object[] {k.caller(), k.key(), k.entry(), k.at()})
                            .toList());
        }
    }

    private void move(List<Standing> moved) {
        jdbc.update(MOVE, ps -> {
            var connection = ps.getConnection();
            ps.setArray(
                    1,
                    connection.createArrayOf(
                            "text", moved.stream().map(Standing::code).toArray()));
            ps.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            moved.stream().map(s -> s.state().status().word()).toArray()));
            ps.setArray(
                    3,
                    connection.createArrayOf(
                            "int", moved.stream().map(Standing::lastSeq).toArray()));
            ps.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            moved.stream().map(s -> Json.text(s.state())).toArray()));
        });
    }

    private static Object[] dossierRow(Batch.NewEntry entry) {
        var after = entry.after();
        var read = java.util.Objects.requireNonNull(entry.draft().registered());
        return new Object[] {
            after.code(),
            after.province(),
            after.commune(),
            after.procedure(),
            after.field(),
            after.channel(),
            after.state().status().word(),
            after.receivedAt(),
            entry.draft().submission().caller().client(),
            read.dueAt(),
            read.dueSource(),
            read.computed().calendarVersion(),
            read.computed().ruleVersion(),
            read.computed().processVersion(),
            after.lastSeq(),
            entry.receipt().recordedAt(),
            Json.text(read.body()),
            Json.text(after.state())
        };
    }

    private static Object[] entryRow(Batch.NewEntry entry) {
        return new Object[] {
            entry.receipt().entry(),
            entry.after().code(),
            entry.receipt().seq(),
            entry.receipt().kind().word(),
            entry.draft().occurredAt(),
            entry.after().receivedAt(),
            entry.receipt().recordedAt(),
            entry.draft().submission().caller().client(),
            entry.draft().body(),
            Json.text(entry.after().state()),
            entry.draft().fingerprint()
        };
    }
}
