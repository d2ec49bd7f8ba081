package vn.lienthong.hub.outage;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Outages in the database, and those that are not over in memory; what other nodes plan is known within a second. */
@Component
class KeptOutages implements Outages {
    private static final Logger LOG = LoggerFactory.getLogger(KeptOutages.class);

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile List<Outage> open = List.of();

    KeptOutages(JdbcClient jdbc, Cards cards, Audit audit, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Before the first delivery, and then again and again. */
    @PostConstruct
    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        try {
            open = jdbc.sql("select * from outage where withdrawn_at is null and until_at > ? order by from_at, id")
                    .param(now())
                    .query((row, n) -> outage(row))
                    .list();
        } catch (DataAccessException e) {
            LOG.warn("outages cannot be read: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public Optional<Outage> now(String system) {
        var moment = clock.instant();
        return open.stream()
                .filter(outage -> outage.system().equals(system) && outage.holdsAt(moment))
                .max(Comparator.comparing(outage -> outage.until().toInstant()));
    }

    @Override
    public List<Outage> ahead(@Nullable String system) {
        look();
        return open.stream()
                .filter(outage -> system == null || outage.system().equals(system))
                .toList();
    }

    @Override
    public Outage plan(UUID id, String system, OffsetDateTime from, OffsetDateTime until, String text, Caller by) {
        if (cards.find(system).isEmpty()) {
            throw new Refusal(ProblemCode.SYSTEM_NOT_FOUND);
        }
        if (!until.isAfter(from) || !until.isAfter(now())) {
            throw new Refusal(ProblemCode.OUTAGE_OVER);
        }
        return decided(() -> {
            var added = jdbc.sql("""
                            insert into outage (id, system, from_at, until_at, text, planned_by, planned_at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                            .params(id, system, from, until, text, by.client(), now())
                            .update()
                    == 1;
            if (added) {
                write("outage.planned", system + " " + id, text, by);
            }
            return found(id);
        });
    }

    @Override
    public Outage withdraw(UUID id, Caller by) {
        return decided(() -> {
            var outage = found(id);
            var withdrawn = jdbc.sql(
                                    "update outage set withdrawn_by = ?, withdrawn_at = ? where id = ? and withdrawn_at is null")
                            .params(by.client(), now(), id)
                            .update()
                    == 1;
            if (withdrawn) {
                write("outage.withdrawn", outage.system() + " " + id, null, by);
            }
            return found(id);
        });
    }

    private Outage decided(Supplier<Outage> order) {
        var outage = Objects.requireNonNull(transaction.execute(status -> order.get()));
        look();
        return outage;
    }

    private Outage found(UUID id) {
        return jdbc.sql("select * from outage where id = ?")
                .param(id)
                .query((row, n) -> outage(row))
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.OUTAGE_NOT_FOUND));
    }

    private void write(String action, String detail, @Nullable String reason, Caller by) {
        audit.write(List.of(new AuditRow(by.client(), action, null, null, reason, detail)));
    }

    private OffsetDateTime now() {
        return Times.inOffice(clock.instant());
    }

    private static Outage outage(ResultSet row) throws SQLException {
        return new Outage(
                row.getObject("id", UUID.class),
                row.getString("system"),
                time(row, "from_at"),
                time(row, "until_at"),
                row.getString("text"),
                row.getString("planned_by"),
                timeOrNull(row, "withdrawn_at"));
    }
}
