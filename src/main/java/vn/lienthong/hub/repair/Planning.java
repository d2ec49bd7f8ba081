package vn.lienthong.hub.repair;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.Repair.State;
import vn.lienthong.hub.security.Caller;

/** Takes the orders of persons about many deliveries. Each order and its record in the audit are one commit. */
@Component
class Planning implements Repairs {
    private final RepairRows repairs;
    private final ItemRows items;
    private final Freezing freezing;
    private final Forecasts forecasts;
    private final RepairWorker worker;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Planning(
            RepairRows repairs,
            ItemRows items,
            Freezing freezing,
            Forecasts forecasts,
            RepairWorker worker,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repairs = repairs;
        this.items = items;
        this.freezing = freezing;
        this.forecasts = forecasts;
        this.worker = worker;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Repair plan(UUID id, Act act, Selection selection, Pace pace, String reason, Caller by) {
        if (reason.isBlank()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        return decided(() -> {
            if (repairs.add(id, act, selection, pace, reason, by, clock.instant())) {
                freeze(id, act, selection, by);
                write("repair.planned", id, reason, by);
            }
            var repair = found(id, by);
            if (repair.act() != act || !repair.selection().equals(Json.kept(Json.text(selection)))) {
                throw new Refusal(ProblemCode.REPAIR_REQUEST_DIFFERS);
            }
            return repair;
        });
    }

    private void freeze(UUID id, Act act, Selection selection, Caller by) {
        var frozen = freezing.freeze(id, act, selection, by.scope(), Times.inOffice(clock.instant()));
        if (frozen > MOST) {
            throw new Refusal(ProblemCode.REPAIR_TOO_MANY);
        }
        repairs.frozen(id, frozen, freezing.alreadyThere(selection, by.scope()));
    }

    @Override
    public Optional<Repair> find(UUID id, Caller caller) {
        return repairs.isCovered(id, caller.scope()) ? repairs.find(id) : Optional.empty();
    }

    private Repair found(UUID id, Caller caller) {
        return find(id, caller).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_FOUND));
    }

    @Override
    public List<Repair> list(Caller caller, int limit) {
        return repairs.list(caller.scope(), limit);
    }

    @Override
    public Forecast forecast(Repair repair) {
        return forecasts.of(repair);
    }

    @Override
    public Repair start(UUID id, @Nullable Pace pace, @Nullable Integer confirmed, boolean paused, Caller by) {
        var planned = found(id, by);
        if (planned.items() > CONFIRMED_ABOVE && !Objects.equals(confirmed, planned.items())) {
            throw new Refusal(ProblemCode.REPAIR_NOT_CONFIRMED);
        }
        var asked = Objects.requireNonNullElse(pace, planned.pace());
        return moved(
                id,
                "repair.started",
                by,
                () -> repairs.start(id, asked, paused, by.client(), clock.instant()),
                repair -> repair.startedAt() != null);
    }

    @Override
    public Repair pause(UUID id, Caller by) {
        return moved(id, "repair.paused", by, () -> repairs.pause(id, "person"), r -> r.state() == State.PAUSED);
    }

    @Override
    public Repair resume(UUID id, Caller by) {
        return moved(
                id,
                "repair.resumed",
                by,
                () -> repairs.resume(id),
                r -> r.state() == State.RUNNING || r.state() == State.DONE);
    }

    @Override
    public Repair cancel(UUID id, Caller by) {
        return moved(id, "repair.cancelled", by, () -> cancelled(id), r -> r.state() == State.CANCELLED);
    }

    private boolean cancelled(UUID id) {
        if (!repairs.cancel(id)) {
            return false;
        }
        var now = clock.instant();
        var left = items.passAll(id, "cancelled", now);
        repairs.moved(id, 0, 0, 0, left, now);
        return true;
    }

    @Override
    public List<RepairItem> items(UUID id, RepairItem.@Nullable State state, int after, int limit) {
        return items.list(id, state, after, limit);
    }

    /** An order that was carried out before changes nothing; one that cannot be any more is refused. */
    private Repair moved(
            UUID id, String action, Caller by, BooleanSupplier order, java.util.function.Predicate<Repair> isSo) {
        found(id, by);
        var moved = decided(() -> {
            if (order.getAsBoolean()) {
                write(action, id, null, by);
            }
            return Optional.of(found(id, by)).filter(isSo).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_NOW));
        });
        worker.nudge();
        return moved;
    }

    private Repair decided(java.util.function.Supplier<Repair> order) {
        return Objects.requireNonNull(transaction.execute(status -> order.get()));
    }

    private void write(String action, UUID id, @Nullable String reason, Caller by) {
        audit.write(List.of(new AuditRow(by.client(), action, null, null, reason, id.toString())));
    }
}
