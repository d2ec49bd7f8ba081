package vn.lienthong.hub.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.json.Json;

/** Writes a batch: a statement per table, whatever its size. */
@Component
class BatchRows {
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

    BatchRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Batch batch) {
        if (!batch.opened().isEmpty()) {
            jdbc.batchUpdate(
                    OPEN, batch.opened().stream().map(BatchRows::dossierRow).toList());
        }
        if (!batch.moved().isEmpty()) {
            move(batch.moved());
        }
        if (!batch.entries().isEmpty()) {
            jdbc.batchUpdate(
                    ENTER, batch.entries().stream().map(BatchRows::entryRow).toList());
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
        jdbc.update(
                MOVE,
                statement -> new Columns<>(statement, moved)
                        .add(1, "text", Standing::code)
                        .add(2, "text", s -> s.state().status().word())
                        .add(3, "int", Standing::lastSeq)
                        .add(4, "text", s -> Json.text(s.state())));
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
