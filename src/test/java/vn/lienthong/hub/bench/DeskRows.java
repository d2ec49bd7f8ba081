package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import vn.lienthong.hub.console.Visitor;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalPerson;

/**
 * Pages of the desk while very many deliveries are kept ({@code -Dbench.deliveries}), of ninety days and five systems. Of a
 * hundred one was refused and one waits for a system that is down.
 */
final class DeskRows {
    private static final double GOAL = 200;
    private static final int SYSTEMS = 5;
    private static final int ASKED = 15;
    /** Of the first page; what was reckoned less than two seconds ago is shown again. */
    private static final Duration FORGOTTEN = Duration.ofMillis(2100);

    /** Without triggers and without looking every reference up: what they would write is written here. */
    private static final String FILL = """
            set session_replication_role = replica;
            insert into dossier (code, province, commune, procedure, field, channel, status, received_at, clock_origin,
              due_at, last_seq, recorded_at, body, state)
            select 'H24.129-' || to_char(at, 'YYMMDD') || '-' || lpad(n::text, 7, '0'), '31', (11000 + n %% 200)::text,
              '2.000815', 'CT', 'counter', 'received', at, 'bench', at + interval '15 days', 1, at, '{}', '{}'
            from (select n, now() - interval '90 days' * (1 - n / %1$d.0) as at from generate_series(1, %1$d) n) made;
            insert into entry (id, dossier, seq, kind, occurred_at, received_at, recorded_at, source, body, state, fingerprint)
            select gen_random_uuid(), code, 1, 'registered', received_at, received_at, received_at, 'bench', '{}', '{}',
              sha256(code::bytea) from dossier;
            insert into cause (id, system, operation, code, message, first_seen_at)
            select lpad(n::text, 12, '0'), 'public-service-portal', 'register', 'E' || n, 'Không nhận', now()
            from generate_series(0, 19) n;
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, tries, created_at, acknowledged_at,
              legal_due_at, province, commune, procedure, cause)
            select s.system, d.code, 1, e.id, 'register', s.state, d.received_at, 1, d.received_at,
              case s.state when 'DELIVERED' then d.received_at end, d.due_at, d.province, d.commune, d.procedure,
              case s.state when 'REFUSED' then lpad((abs(hashtext(d.code)) %% 20)::text, 12, '0') end
            from dossier d join entry e on e.dossier = d.code cross join lateral (values
              ('public-service-portal', case when abs(hashtext(d.code)) %% 20 = 0 then 'REFUSED' else 'DELIVERED' end),
              ('e-certification', case when abs(hashtext(d.code)) %% 20 = 1 then 'PENDING' else 'DELIVERED' end),
              ('civil-status', 'DELIVERED'), ('population', 'DELIVERED'), ('event-stream', 'DELIVERED')) s (system, state)
            order by d.received_at;
            insert into attempt (delivery, n, kind, started_at, ended_at, outcome, cause)
            select id, 1, 'SEND', created_at, created_at, 'refused', cause from delivery where cause is not null;
            insert into delivery_owed (system, slot, n)
            select system, date_bin('30 minutes', created_at, timestamptz '2020-01-01 00:00+07'), count(*) from delivery
            group by 1, 2""";

    private final House house;
    private final Results results;
    private final int deliveries;

    DeskRows(House house, Effort effort, Results results) {
        this.house = house;
        this.results = results;
        this.deliveries = Integer.getInteger("bench.deliveries", SYSTEMS * effort.waiting());
    }

    void measure() {
        var database = house.database();
        hub(database).close(); // the schema is there from now on
        fill(database);
        try (var hub = hub(database)) {
            var person = Visitor.signedIn("http://localhost:" + hub.port(), LocalPerson.OPS);
            page(person, "the shift", "", FORGOTTEN);
            page(person, "the work list", "/work", Duration.ZERO);
            page(person, "… of one system, refused", "/work?system=public-service-portal&state=REFUSED", Duration.ZERO);
            page(person, "… of one cause", "/work?cause=000000000007", Duration.ZERO);
            page(person, "… its count", "/work/count", Duration.ZERO);
            page(person, "the causes", "/causes", Duration.ZERO);
            page(person, "the incidents", "/incidents", Duration.ZERO);
            results.note("looking for incidents, every 15 s", millisPerLook(hub), "ms", null);
        }
    }

    private void fill(String database) {
        var begin = System.nanoTime();
        House.execute(database, FILL.formatted(deliveries / SYSTEMS));
        for (var table : List.of("dossier", "entry", "delivery", "attempt")) {
            House.execute(database, "vacuum analyze " + table);
        }
        IO.println("filled in %.0f s".formatted((System.nanoTime() - begin) / 1e9));
    }

    /** With the sign-in of a local run, so that a person can look; no system is there. */
    private RunningHub hub(String database) {
        var nobody = "http://localhost:" + House.free();
        return house.hub(
                "desk",
                database,
                Map.of(
                        "hub.local.folder",
                        house.folder.resolve("desk").toString(),
                        "server.servlet.session.cookie.secure",
                        "false",
                        "hub.systems.e-certification.url",
                        nobody,
                        "hub.systems.public-service-portal.url",
                        nobody,
                        "hub.incidents.every",
                        "PT1S"),
                House.java("-cp", System.getProperty("java.class.path"), "vn.lienthong.hub.ChildHub"));
    }

    private void page(Visitor person, String name, String path, Duration pause) {
        var millis = new double[ASKED];
        for (var i = 0; i < ASKED; i++) {
            LockSupport.parkNanos(pause.toNanos());
            millis[i] = asked(person, path);
        }
        IO.println("%s: first %.0f ms, then %s".formatted(name, millis[0], Arrays.toString(millis)));
        var first = millis[0];
        Arrays.sort(millis);
        results.atMost("%s with %,d deliveries kept".formatted(name, deliveries), millis[ASKED / 2], "ms", GOAL);
        results.atMost("… first view", first, "ms", 5 * GOAL);
    }

    private static double asked(Visitor person, String path) {
        var begin = System.nanoTime();
        var status = person.get("/console" + path).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + ": " + status);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** As the hub measures itself. */
    private static double millisPerLook(RunningHub hub) {
        var address = "http://localhost:%d/actuator/metrics/tasks.scheduled.execution?tag=code.function:look"
                .formatted(hub.management());
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
            var measured = Json.parse(answer.body()).path("measurements");
            return 1000
                    * measured.at("/1/value").asDouble()
                    / measured.at("/0/value").asDouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
