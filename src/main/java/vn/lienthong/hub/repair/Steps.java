package vn.lienthong.hub.repair;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.ByHand;
import vn.lienthong.hub.delivery.Handled;
import vn.lienthong.hub.repair.ItemRows.Next;
import vn.lienthong.hub.repair.Repair.State;

/**
 * Takes a repair one step further: what has an outcome is counted, then some more are made due. A step is one
 * transaction that holds the row of the repair and calls nobody, so any node takes the next one, and a killed node
 * leaves either the whole step or nothing of it.
 */
@Component
class Steps {
    private final RepairRows repairs;
    private final ItemRows items;
    private final ByHand byHand;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final RepairSettings settings;
    private final InstantSource clock;

    Steps(
            RepairRows repairs,
            ItemRows items,
            ByHand byHand,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            RepairSettings settings,
            InstantSource clock) {
        this.repairs = repairs;
        this.items = items;
        this.byHand = byHand;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return false when there is nothing to do but to wait */
    boolean round() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var now = clock.instant();
            var next = repairs.lockNext(now, now.minus(settings.poll()));
            next.ifPresent(running -> step(running, now));
            return next.isPresent();
        }));
    }

    private void step(Running running, Instant now) {
        var id = running.repair().id();
        var settled = items.settle(id, now);
        var left = settled.getOrDefault(RepairItem.State.PASSED, 0);
        repairs.moved(
                id,
                -left,
                settled.getOrDefault(RepairItem.State.DONE, 0),
                settled.getOrDefault(RepairItem.State.FAILED, 0),
                left,
                running.releasedAt());
        var counted = new Running(
                repairs.find(id).orElseThrow(), running.forgiven(), running.forgivenOf(), running.releasedAt());
        if (counted.isOver()) {
            end(counted.repair(), now);
        } else if (counted.repair().state() == State.RUNNING && counted.failsTooOften()) {
            repairs.pause(id, "failures");
            write(counted.repair(), "repair.stopped");
        } else {
            release(counted, now);
        }
    }

    private void release(Running running, Instant now) {
        var next = items.next(running.repair().id(), running.quota(now, settings.inFlight()));
        if (!next.isEmpty()) {
            release(running, next, now);
        }
    }

    private void release(Running running, List<Next> next, Instant now) {
        var repair = running.repair();
        var handled = byHand.act(repair.act(), next.stream().map(Next::delivery).toList()).stream()
                .collect(Collectors.toMap(Handled::id, one -> one));
        var ours = next.stream().filter(i -> handled.containsKey(i.delivery())).toList();
        if (repair.act().isDoneAtOnce()) {
            items.move(repair.id(), ours, RepairItem.State.DONE, result(repair.act()), now);
        } else {
            items.move(repair.id(), ours, RepairItem.State.DUE, null, now);
        }
        var passed = pass(repair.id(), next, handled, now);
        var atOnce = repair.act().isDoneAtOnce() ? ours.size() : 0;
        repairs.moved(repair.id(), ours.size(), atOnce, 0, passed, running.releasedAtAfter(ours.size(), now));
        record(repair, ours);
    }

    private static String result(Act act) {
        return act == Act.SKIP ? "skipped" : "held";
    }

    /** What has arrived or was skipped since it was planned needs nothing; what is in another state is left alone. */
    private int pass(UUID repair, List<Next> next, Map<Long, Handled> handled, Instant now) {
        var others = next.stream()
                .filter(item -> !handled.containsKey(item.delivery()))
                .collect(Collectors.groupingBy(item -> whyPassed(item.state())));
        others.forEach((why, some) -> items.move(repair, some, RepairItem.State.PASSED, why, now));
        return others.values().stream().mapToInt(List::size).sum();
    }

    private static String whyPassed(String state) {
        return switch (state) {
            case "DELIVERED" -> "there";
            case "SKIPPED" -> "skipped";
            default -> "not-possible";
        };
    }

    private void end(Repair repair, Instant now) {
        repairs.end(repair.id(), now);
        write(repair, "repair.ended");
        events.publishEvent(new RepairEnded(repair.id(), repair.done(), repair.failed(), repair.passed()));
    }

    private void write(Repair repair, String action) {
        audit.write(List.of(
                new AuditRow(by(repair), action, null, null, null, repair.id().toString())));
    }

    private void record(Repair repair, List<Next> ours) {
        var action = "repair." + repair.act().name().toLowerCase(Locale.ROOT);
        var rows = new ArrayList<AuditRow>();
        for (var item : ours) {
            rows.add(new AuditRow(
                    by(repair), action, item.dossier(), null, repair.reason(), item.system() + " " + repair.id()));
        }
        if (!rows.isEmpty()) {
            audit.write(rows);
        }
    }

    private static String by(Repair repair) {
        return java.util.Objects.requireNonNullElse(repair.startedBy(), repair.plannedBy());
    }
}
