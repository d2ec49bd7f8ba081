package vn.lienthong.hub.ledger;

import java.nio.ByteBuffer;
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
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.json.Times;

/** Finds what a batch repeats, by key and by content: two statements, whatever its size. */
@Component
class RecordedRows {
    private static final String BY_CONTENT = """
            select e.id, e.dossier, e.seq, e.kind, e.recorded_at, e.fingerprint
            from entry e join unnest(?::text[], ?::bytea[]) as asked (dossier, fingerprint)
              on e.dossier = asked.dossier and e.fingerprint = asked.fingerprint""";
    private static final String BY_KEY = """
            select i.caller, i.key, e.id, e.dossier, e.seq, e.kind, e.recorded_at, e.fingerprint
            from idempotency i join unnest(?::text[], ?::text[]) as asked (caller, key)
              on i.caller = asked.caller and i.key = asked.key
            join entry e on e.id = i.entry""";

    private final JdbcTemplate jdbc;

    RecordedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Appending.Recorded of(List<Draft> drafts) {
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
                    statement -> new Columns<>(statement, keyed)
                            .add(1, "text", d -> d.submission().caller().client())
                            .add(2, "text", d -> d.submission().idempotencyKey()),
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
        var prints = drafts.stream().map(Draft::fingerprint).toArray(byte[][]::new);
        jdbc.query(
                BY_CONTENT,
                statement -> {
                    new Columns<>(statement, drafts)
                            .add(1, "text", d -> d.submission().dossier());
                    statement.setArray(2, statement.getConnection().createArrayOf("bytea", prints));
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
}
