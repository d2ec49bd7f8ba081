package vn.lienthong.hub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.lienthong.hub.json.Json;

/** A long list of a system, compared with as many dossiers of ours; against reading both sides and comparing nothing. */
final class ReconcileRows {
    private static final double MEGABYTE = 1024 * 1024;
    private static final double SECOND = 1e9;
    private static final int EVERY_SO_MANY_LOOKS = 25;

    private static final String OURS = """
            with made as (
              select 'H24.129-250812-' || lpad(n::text, 6, '0') as code,
                timestamptz '2025-07-01T07:30:00+07:00' + n * interval '5 seconds' as at from generate_series(0, %d - 1) n),
            opened as (
              insert into dossier (code, province, commune, procedure, field, channel, status, received_at, clock_origin,
                due_at, last_seq, recorded_at, body, state)
              select code, '31', '11086', '2.000815', 'CT', 'counter', 'received', at, 'bench', at + interval '1 day', 1,
                now(), '{}', '{"status": "received", "statusAt": "2025-07-01T07:30:00+07:00", "supplements": [], "fees": []}'
              from made returning code, received_at, state),
            entered as (
              insert into entry (id, dossier, seq, kind, occurred_at, received_at, recorded_at, source, body, state, fingerprint)
              select gen_random_uuid(), code, 1, 'registered', received_at, received_at, now(), 'bench', '{}', state,
                sha256(code::bytea) from opened returning id, dossier)
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at, acknowledged_at)
            select 'plain-register', dossier, 1, id, 'register', 'DELIVERED', now(), now(), now() from entered""";

    private final House house;
    private final Effort effort;
    private final Results results;

    ReconcileRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var perDossier = new ArrayList<Double>();
        for (var dossiers = effort.waiting() / 100; dossiers <= effort.waiting(); dossiers *= 10) {
            perDossier.add(measure(dossiers) / dossiers);
        }
        var worst = perDossier.getLast() / perDossier.get(1);
        results.add(new Results.Row(
                "time per dossier, the most against a tenth of it", worst, "×", null, null, "≤ 1.30", worst <= 1.3));
    }

    /** Seconds. */
    private double measure(int dossiers) {
        var database = house.database();
        var settings = new HashMap<>(VerifyRows.BENCH_PACK);
        settings.put("hub.delivery.enabled", "false");
        try (var register = new ListedRegister(dossiers)) {
            settings.put("hub.systems.plain-register.url", register.url());
            try (var hub = house.hub("reconcile", database, settings)) {
                House.execute(database, OURS.formatted(dossiers));
                House.execute(database, "analyze");
                var reading = reading(register, database);
                var heap = hub.jvm().live() / MEGABYTE;
                var run = new Run(hub);
                run.toTheEnd();
                write(dossiers, register.differences(), run, reading, heap);
                return run.seconds;
            }
        }
    }

    private void write(int dossiers, int differences, Run run, double reading, double heap) {
        var times = run.seconds / reading;
        results.add(new Results.Row(
                "reconcile %,d dossiers with as many listed".formatted(dossiers),
                run.seconds,
                "s",
                reading,
                times,
                "≤ 3.00",
                times <= 3));
        results.add(new Results.Row(
                "… differences found, of those there are",
                run.found,
                "",
                (double) differences,
                run.found / differences,
                "= 1.00",
                run.found == differences));
        results.atMost("… heap more than before, at most", run.most - heap, "MB", 128);
    }

    /** Seconds to read what the register lists and what the ledger has, and to do nothing with it. */
    private static double reading(ListedRegister register, String database) {
        var begin = System.nanoTime();
        var next = "0";
        while (next != null) {
            var page = get(URI.create(register.url() + "/list?page=" + next), "");
            next = page.path("next").textValue();
        }
        readOurs(database);
        return (System.nanoTime() - begin) / SECOND;
    }

    private static void readOurs(String database) {
        try (var connection = DriverManager.getConnection(database)) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(
                    "select code, procedure, received_at, due_at, state from dossier order by code")) {
                statement.setFetchSize(ListedRegister.PAGE);
                var rows = statement.executeQuery();
                while (rows.next()) {
                    rows.getString(1);
                    rows.getObject(3, java.time.OffsetDateTime.class);
                    rows.getObject(4, java.time.OffsetDateTime.class);
                    Json.parse(rows.getBytes(5));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode get(URI address, String token) {
        return send(HttpRequest.newBuilder(address).GET(), token);
    }

    private static JsonNode send(HttpRequest.Builder request, String token) {
        try {
            var answer = HTTP.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofByteArray());
            return Json.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One comparison, from the order to its end. */
    private static final class Run {
        private final RunningHub hub;
        private double seconds;
        private double found;
        private double most;

        Run(RunningHub hub) {
            this.hub = hub;
        }

        void toTheEnd() {
            var address = URI.create("http://localhost:%d/api/v1/reconciliations".formatted(hub.port()));
            var begin = System.nanoTime();
            var run = send(
                    HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("""
                    {"system": "plain-register", "from": "2025-07-01T00:00:00+07:00", "until": "2025-09-15T00:00:00+07:00"}\
                    """)),
                    hub.requests().token());
            var id = run.path("id").asText();
            var state = "";
            for (var looks = 1; !run.path("state").asText().equals("COMPARED"); looks++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                if (!run.path("state").asText().equals(state)) {
                    state = run.path("state").asText();
                    IO.println("reconcile: %s after %.1f s".formatted(state, (System.nanoTime() - begin) / SECOND));
                }
                if (run.hasNonNull("fault")) {
                    IO.println("reconcile: " + run.get("fault").asText());
                }
                run = get(URI.create(address + "/" + id), hub.requests().token());
                if (looks % EVERY_SO_MANY_LOOKS == 0) {
                    most = Math.max(most, hub.jvm().live() / MEGABYTE);
                }
            }
            seconds = (System.nanoTime() - begin) / SECOND;
            found = run.path("found").asDouble();
            most = Math.max(most, hub.jvm().live() / MEGABYTE);
        }
    }
}
