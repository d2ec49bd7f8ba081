package vn.lienthong.hub.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Takes the word of persons about incidents. The act and its record in the audit are one commit. */
@Component
class KeptIncidents implements Incidents {
    private final IncidentRows rows;
    private final ShareRows shares;
    private final OpenDeliveries open;
    private final Telling telling;
    private final AlertSender sender;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KeptIncidents(
            IncidentRows rows,
            ShareRows shares,
            OpenDeliveries open,
            Telling telling,
            AlertSender sender,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.shares = shares;
        this.open = open;
        this.telling = telling;
        this.sender = sender;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Incident> list(Caller caller, boolean openOnly, int limit) {
        return rows.list(caller.scope(), openOnly, limit);
    }

    @Override
    public Incident decide(UUID id, State state, String note, Caller by) {
        return decided(now -> decided(id, state, note, by, now));
    }

    @Override
    public Incident decide(String cause, State state, String note, Caller by) {
        return decided(now -> {
            var id = rows.openOf(cause).orElseGet(() -> opened(cause, now));
            return decided(id, state, note, by, now);
        });
    }

    private UUID opened(String cause, Instant now) {
        return open.causedBy(cause)
                .map(found -> rows.seen(found, now))
                .orElseThrow(() -> new Refusal(ProblemCode.INCIDENT_NOT_OPEN));
    }

    private Incident decided(UUID id, State state, String note, Caller by, Instant now) {
        if (!shares.areIn(by.scope(), id) || !rows.decide(id, state, by.client(), note, now)) {
            throw new Refusal(ProblemCode.INCIDENT_NOT_OPEN);
        }
        var incident = rows.find(id).orElseThrow();
        if (state == State.CLOSED) {
            telling.closed(incident, now);
        }
        write("incident." + state.name().toLowerCase(java.util.Locale.ROOT), id.toString(), note, by);
        return incident;
    }

    private Incident decided(Function<Instant, Incident> order) {
        return Objects.requireNonNull(transaction.execute(status -> order.apply(clock.instant())));
    }

    @Override
    public List<Recipients> recipients() {
        return telling.groups().stream()
                .map(group -> new Recipients(group.name(), group.mail().size(), group.webhook() != null))
                .toList();
    }

    @Override
    public void test(String group, Caller by) {
        var found = telling.groups().stream()
                .filter(one -> one.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.INCIDENT_NO_GROUP));
        transaction.executeWithoutResult(status -> {
            telling.test(found, UUID.randomUUID(), clock.instant());
            write("incident.alert-test", group, "test", by);
        });
        sender.nudge();
    }

    private void write(String action, String detail, String note, Caller by) {
        audit.write(List.of(new AuditRow(by.client(), action, null, null, note, detail)));
    }
}
