package vn.lienthong.hub.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.ByHand;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.delivery.Edited;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Takes the orders of persons about one delivery. The act and its record in the audit are one commit. */
@Component
class OneByOne implements SingleRepairs {
    private static final String NEXT = """
            select id, state from delivery where dossier = ? and system = ? and state not in ('DELIVERED', 'SKIPPED')
            order by seq limit 1""";
    private static final String REQUESTED = """
            select a.request, a.delivery, a.act, a.became, x.dossier, x.system
            from repair_act a join delivery x on x.id = a.delivery where a.request = ?""";

    private final JdbcClient jdbc;
    private final EditRows edits;
    private final ByHand byHand;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OneByOne(
            JdbcClient jdbc,
            EditRows edits,
            ByHand byHand,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.byHand = byHand;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Done act(UUID request, String dossier, String system, Act act, String reason, Caller by) {
        return decided(() -> requested(request)
                .map(done -> same(done, new Done(request, done.delivery(), dossier, system, act, done.became())))
                .orElseGet(() -> acted(request, dossier, system, act, reason, by)));
    }

    private Done acted(UUID request, String dossier, String system, Act act, String reason, Caller by) {
        var next = next(dossier, system);
        var handled = byHand.act(act, List.of(next.id)).stream().findFirst().orElseThrow(OneByOne::notNow);
        var done = new Done(
                request, next.id, dossier, system, act, handled.became().name());
        if (!add(done, reason, by)) {
            throw notNow(); // the same request at the same moment: what the other did stands, and is told when asked
            // again
        }
        write("repair." + act.name().toLowerCase(Locale.ROOT), dossier, reason, system + " " + request, by);
        return done;
    }

    private record Next(long id, DeliveryState state) {}

    private Next next(String dossier, String system) {
        return jdbc.sql(NEXT)
                .params(dossier, system)
                .query((row, n) -> new Next(row.getLong("id"), DeliveryState.valueOf(row.getString("state"))))
                .optional()
                .orElseThrow(OneByOne::notNow);
    }

    private Optional<Done> requested(UUID request) {
        return jdbc.sql(REQUESTED)
                .param(request)
                .query((row, n) -> new Done(
                        request,
                        row.getLong("delivery"),
                        row.getString("dossier"),
                        row.getString("system"),
                        Act.valueOf(row.getString("act")),
                        row.getString("became")))
                .optional();
    }

    private static <T> T same(T before, T now) {
        if (!before.equals(now)) {
            throw new Refusal(ProblemCode.REPAIR_REQUEST_DIFFERS);
        }
        return before;
    }

    private boolean add(Done done, String reason, Caller by) {
        return jdbc.sql("""
                        insert into repair_act (request, delivery, act, reason, by, at, became) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                done.request(),
                                done.delivery(),
                                done.act().name(),
                                reason,
                                by.client(),
                                Times.inOffice(clock.instant()),
                                done.became())
                        .update()
                == 1;
    }

    @Override
    public Edit propose(UUID request, String dossier, String system, JsonNode patch, String reason, Caller by) {
        if (!Edited.isAllowed(patch)) {
            throw new Refusal(ProblemCode.REPAIR_PATCH);
        }
        return decided(() -> {
            var before = edits.find(request, by.scope());
            if (before.isPresent()) {
                same(
                        List.of(
                                before.get().dossier(),
                                before.get().system(),
                                before.get().patch()),
                        List.of(dossier, system, patch));
                return before.get();
            }
            var next = next(dossier, system);
            var waits = next.state == DeliveryState.REFUSED || next.state == DeliveryState.PARKED;
            if (!waits || !edits.propose(request, next.id, patch, reason, by.client(), clock.instant())) {
                throw notNow();
            }
            write("repair.edit-proposed", dossier, reason, system + " " + request, by);
            return found(request, by);
        });
    }

    @Override
    public Edit decide(UUID id, boolean approved, String note, Caller by) {
        return decided(() -> {
            var edit = found(id, by);
            if (edit.proposedBy().equals(by.client())) {
                throw new Refusal(ProblemCode.REPAIR_SAME_PERSON);
            }
            if (!edits.decide(id, approved, by.client(), note, clock.instant())
                    || approved
                            && byHand.act(Act.RETRY, List.of(edit.delivery())).isEmpty()) {
                throw notNow();
            }
            write(approved ? "repair.edit-approved" : "repair.edit-rejected", edit.dossier(), note, id.toString(), by);
            return found(id, by);
        });
    }

    @Override
    public List<Edit> proposed(Caller caller, int limit) {
        return edits.proposed(caller.scope(), limit);
    }

    @Override
    public Optional<Edit> edit(UUID id, Caller caller) {
        var found = edits.find(id, caller.scope());
        found.ifPresent(edit -> audit.record(AuditRow.of(caller.client(), "repair.edit-read", edit.dossier()))
                .join());
        return found;
    }

    private Edit found(UUID id, Caller by) {
        return edits.find(id, by.scope()).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_FOUND));
    }

    private static Refusal notNow() {
        return new Refusal(ProblemCode.REPAIR_NOT_NOW);
    }

    private void write(String action, String dossier, String reason, String detail, Caller by) {
        audit.write(List.of(new AuditRow(by.client(), action, dossier, null, reason, detail)));
    }

    private <T> T decided(Supplier<T> order) {
        return Objects.requireNonNull(transaction.execute(status -> order.get()));
    }
}
