package vn.lienthong.hub.incident;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.Alerted;
import vn.lienthong.hub.TestClock;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.exchange.LastExchanges;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.outage.Outage;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.pack.SampleCredentials;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/**
 * Everything that looks for incidents and tells of them, over a database of its own in which a test writes what is the
 * case, and a clock that stands where the test sets it. Nothing happens but what the test does.
 */
final class Watched implements AutoCloseable {
    static final String PORTAL = "public-service-portal";
    static final Caller OPS = new Caller("van-hanh", Set.of("ops"), UnitScope.EVERYWHERE);

    final TestClock clock = new TestClock();
    private final Alerted alerted = Alerted.start();
    final JdbcClient jdbc;
    final Shifts shifts;
    final Causes causes;
    final Breakers breakers;
    final Incidents incidents;
    /** What holds of each system; null: nothing. */
    volatile @Nullable Outage outage;

    private static final String OWE = """
            with made as (select 'H24.129-250812-' || lpad(n::text, 6, '0') as code from generate_series(:first, :last) n),
            opened as (
              insert into dossier (code, province, commune, procedure, field, channel, status, received_at, clock_origin,
                due_at, last_seq, recorded_at, body, state)
              select code, '31', :commune, '2.000815', 'CT', 'counter', 'received', :now, 'test', :due, 1, :now, '{}', '{}'
              from made returning code),
            entered as (
              insert into entry (id, dossier, seq, kind, occurred_at, received_at, recorded_at, source, body, state, fingerprint)
              select gen_random_uuid(), code, 1, 'registered', :now, :now, :now, 'dai-son', '{}', '{}', sha256(code::bytea)
              from opened returning id, dossier)
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at, legal_due_at, province,
              commune, procedure, cause)
            select :system, dossier, 1, id, 'register', :state, :now, :now, :due, '31', :commune, '2.000815', :cause
            from entered""";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SingleConnectionDataSource database;
    private final Cards cards;
    private final Watching watching;
    private final AlertSender.Round sending;
    private int dossiers;

    /**
     * @param silence so long nobody must report
     * @param groups who is told, by a webhook: a name, then settings such as {@code after=4h}
     */
    Watched(Duration silence, String... groups) {
        database = new SingleConnectionDataSource(TestHub.fresh(), "postgres", "", true);
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var calendar = WorkingCalendar.read(Path.of("mappings/catalogue/calendar"));
        var environment = new MockEnvironment();
        SampleCredentials.of(Path.of("integration")).forEach(environment::setProperty);
        cards = Cards.load(Path.of("integration"), environment);
        var settings = new IncidentSettings(
                true, Duration.ofSeconds(15), 5, Duration.ofHours(4), silence, Duration.ofMinutes(1));
        var alerts = alerts(groups);

        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(TransactionTemplate.class, () -> transaction);
        context.registerBean(TestClock.class, () -> clock);
        context.registerBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Cards.class, () -> cards);
        context.registerBean(KnownFailures.class, () -> KnownFailures.read(Path.of("mappings/catalogue/failures")));
        context.register(Breakers.class, LastExchanges.class, Shifts.class, Causes.class, Audit.class);
        context.refresh();
        breakers = context.getBean(Breakers.class);
        shifts = context.getBean(Shifts.class);
        causes = context.getBean(Causes.class);

        var shares = new ShareRows(jdbc);
        var rows = new IncidentRows(jdbc, shares);
        var open = new OpenDeliveries(jdbc);
        var conditions = new Conditions(open, jdbc, cards, breakers, new Planned(), calendar, shifts, settings);
        var outbox = new Outbox(jdbc);
        var telling = new Telling(alerts, outbox, new AlertText(cards), new Deadlines(calendar), shifts);
        var channels = new Channels(context.getBeanProvider(JavaMailSender.class), alerts, clock);
        sending = new AlertSender.Round(outbox, telling, channels, clock);
        var sender = new AlertSender(sending, settings);
        watching = new Watching(
                conditions, rows, telling, sender, new JdbcTemplate(database), transaction, settings, clock);
        incidents = new KeptIncidents(
                rows, shares, open, telling, sender, context.getBean(Audit.class), transaction, clock);
    }

    private final class Planned implements Outages {
        @Override
        public Optional<Outage> now(String system) {
            return Optional.ofNullable(outage);
        }

        @Override
        public List<Outage> ahead(@Nullable String system) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outage plan(UUID id, String system, OffsetDateTime from, OffsetDateTime until, String text, Caller by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outage withdraw(UUID id, Caller by) {
            throw new UnsupportedOperationException();
        }
    }

    private AlertSettings alerts(String... groups) {
        var properties = new HashMap<String, String>();
        for (var i = 0; i < groups.length; i++) {
            var words = groups[i].split(" ");
            var group = "hub.alerts.groups[" + i + "].";
            properties.put(group + "name", words[0]);
            properties.put(group + "webhook", alerted.hook());
            properties.put(group + "secret", "calls-of-the-story-are-signed-with-this");
            Stream.of(words)
                    .skip(1)
                    .forEach(word -> properties.put(
                            group + word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hub.alerts", AlertSettings.class);
    }

    /** Empties the database and sets the clock. */
    void begin(String at) {
        jdbc.sql("truncate dossier, cause, incident, alert, delivery_owed, audit cascade")
                .update();
        outage = null;
        set(at);
    }

    void set(String at) {
        clock.jump(Duration.between(clock.instant(), OffsetDateTime.parse(at)));
    }

    OffsetDateTime now() {
        return Times.inOffice(clock.instant());
    }

    void look() {
        watching.look();
    }

    /** Looks, and sends what may be sent now. */
    void tell() {
        look();
        while (sending.one()) {
            // until nothing is due
        }
    }

    /** What a group was told, in that order. */
    List<String> told(String group) {
        return jdbc.sql(
                        "select kind from alert where recipients = ? and sent_at is not null order by sent_at, created_at")
                .param(group)
                .query(String.class)
                .list();
    }

    String text(String group, String kind) {
        return jdbc.sql("select body from alert where recipients = ? and kind = ? and sent_at is not null")
                .params(group, kind)
                .query(String.class)
                .single();
    }

    List<Incident> open(Incident.Kind kind) {
        return incidents.list(OPS, true, 100).stream()
                .filter(incident -> incident.kind() == kind)
                .toList();
    }

    /** So many dossiers of a commune that the portal did not take, or has not taken yet. */
    void owe(int dossiers, String commune, String state, @Nullable String cause, OffsetDateTime dueAt) {
        var first = this.dossiers;
        this.dossiers += dossiers;
        jdbc.sql(OWE)
                .param("first", first)
                .param("last", this.dossiers - 1)
                .param("commune", commune)
                .param("due", dueAt)
                .param("now", now())
                .param("system", PORTAL)
                .param("state", state)
                .param("cause", cause, Types.VARCHAR)
                .update();
        if (cause != null) {
            fail(cause);
        }
    }

    /** All that has the cause, once more. */
    void fail(String cause) {
        jdbc.sql(
                        "insert into cause (id, system, operation, code, message, first_seen_at) values (?, ?, 'register', 'E1', 'Lỗi', ?)"
                                + " on conflict do nothing")
                .params(cause, PORTAL, now())
                .update();
        jdbc.sql("""
                        insert into attempt (delivery, n, kind, started_at, ended_at, outcome, cause)
                        select id, (select count(*) + 1 from attempt where delivery = id), 'SEND', ?, ?, 'refused', cause
                        from delivery where cause = ?""").params(now(), now(), cause).update();
    }

    /** Some of what is not done has arrived. */
    void arrive(int some) {
        jdbc.sql("""
                        update delivery set state = 'DELIVERED', cause = null, acknowledged_at = ?
                        where id in (select id from delivery where state <> 'DELIVERED' order by id limit ?)""").params(now(), some).update();
    }

    /** Calls to the portal fail until its breaker opens, or one succeeds. */
    void call(boolean reached) {
        var portal = cards.find(PORTAL).orElseThrow();
        for (var i = 0; i < portal.breaker().minimumCalls(); i++) {
            if (breakers.tryCall(portal)) {
                breakers.call(
                        portal,
                        () -> reached
                                ? new Outcome.Acknowledged(null, null, null, null, null)
                                : new Outcome.Unreachable(null, null, false));
            }
        }
    }

    @Override
    public void close() {
        context.close();
        database.destroy();
    }
}
