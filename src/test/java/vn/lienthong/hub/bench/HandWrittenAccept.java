package vn.lienthong.hub.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.hub.json.Json;

/**
 * The rows of an accepted step written as one would by hand: each caller with a connection of its own, one commit for
 * each step, no HTTP, no token, no contract, nothing looked up.
 */
final class HandWrittenAccept {
    private static final String MOVE = "update dossier set status = ?, last_seq = ?, state = ? where code = ?";
    private static final String ENTER = """
            insert into entry (id, dossier, seq, kind, occurred_at, received_at, recorded_at, source, body, state,
              fingerprint) values (?, ?, ?, 'step', ?, ?, ?, 'bench', ?, ?, ?)""";
    private static final String KEEP_KEY =
            "insert into idempotency (caller, key, entry, created_at) values ('bench', ?, ?, ?)";
    private static final String OWE = """
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
            values (?, ?, ?, ?, 'sync', 'PENDING', ?, ?)""";
    private static final String AUDIT =
            "insert into audit (at, actor, action, dossier) values (?, 'bench', 'ledger.step', ?)";
    private static final OffsetDateTime OCCURRED = OffsetDateTime.parse("2025-08-12T10:00:00+07:00");
    private static final String STATE = """
            {"status":"PROCESSING","statusAt":"2025-08-12T10:00:00+07:00","supplements":[],"fees":[]}""";

    private final String url;
    private final int callers;
    private final int dossiers;
    private final int systems;
    private final AtomicLong number = new AtomicLong();
    private final int[] sequence;

    /**
     * @param dossiers that exist in the database
     * @param systems how many deliveries a step owes
     */
    HandWrittenAccept(String url, int callers, int dossiers, int systems) {
        this.url = url;
        this.callers = callers;
        this.dossiers = dossiers;
        this.systems = systems;
        this.sequence = new int[dossiers];
    }

    Measured run(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var tasks = new ArrayList<Callable<List<Long>>>();
            for (var i = 0; i < callers; i++) {
                var caller = i;
                tasks.add(() -> call(caller, end));
            }
            var latencies = new ArrayList<Long>();
            for (var task : threads.invokeAll(tasks)) {
                latencies.addAll(task.get());
            }
            var all = latencies.stream().mapToLong(Long::longValue).toArray();
            return Measured.of(all, all.length, 0, "", System.nanoTime() - begin);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> call(int caller, long end) throws SQLException {
        var latencies = new ArrayList<Long>();
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (var statements = new Statements(connection)) {
                while (System.nanoTime() < end) {
                    var began = System.nanoTime();
                    step(caller, statements);
                    connection.commit();
                    latencies.add(System.nanoTime() - began);
                }
            }
        }
        return latencies;
    }

    /** Every caller has dossiers of its own, so that nobody waits for a row. */
    private void step(int caller, Statements statements) throws SQLException {
        var n = number.incrementAndGet();
        var dossier = (int) (n % (dossiers / callers)) * callers + caller;
        var seq = ++sequence[dossier] + 1;
        var code = Requests.code(dossier + 1);
        var now = OffsetDateTime.now();
        var id = UUID.randomUUID();
        var body = Requests.step(n);
        set(statements.move, "processing", seq, STATE, code).executeUpdate();
        var print = Json.sha256((code + body).getBytes(StandardCharsets.UTF_8));
        set(statements.enter, id, code, seq, OCCURRED, OCCURRED, now, body, STATE, print)
                .executeUpdate();
        set(statements.keepKey, "step-" + n, id, now).executeUpdate();
        for (var i = 0; i < systems; i++) {
            set(statements.owe, "system-" + i, code, seq, id, now, now).addBatch();
        }
        statements.owe.executeBatch();
        set(statements.audit, now, code).executeUpdate();
    }

    private static PreparedStatement set(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static final class Statements implements AutoCloseable {
        final PreparedStatement move;
        final PreparedStatement enter;
        final PreparedStatement keepKey;
        final PreparedStatement owe;
        final PreparedStatement audit;

        Statements(Connection connection) throws SQLException {
            move = connection.prepareStatement(MOVE);
            enter = connection.prepareStatement(ENTER);
            keepKey = connection.prepareStatement(KEEP_KEY);
            owe = connection.prepareStatement(OWE);
            audit = connection.prepareStatement(AUDIT);
        }

        @Override
        public void close() throws SQLException {
            for (var statement : List.of(move, enter, keepKey, owe, audit)) {
                statement.close();
            }
        }
    }
}
