package vn.lienthong.hub.activity;

import static vn.lienthong.hub.commit.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.repair.Repair;
import vn.lienthong.hub.repair.Repairs;
import vn.lienthong.hub.security.Caller;

/** Puts together what nodes, queues and runs say. */
@Component
class OpenWork implements Activities {
    private static final String OPEN = """
            select system, count(*) filter (where state = 'PENDING') as waiting,
              count(*) filter (where state = 'LEASED') as in_flight,
              count(*) filter (where state = 'UNCERTAIN') as uncertain,
              count(*) filter (where state in ('REFUSED', 'PARKED')) as held,
              min(created_at) filter (where state in ('PENDING', 'LEASED', 'UNCERTAIN')) as oldest
            from delivery where state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED') group by system""";
    /** Of the newest runs; what is older has ended, or rests. */
    private static final int NEWEST = 50;

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Breakers breakers;
    private final Nodes nodes;
    private final Reconciliations reconciliations;
    private final Repairs repairs;
    private final InstantSource clock;

    OpenWork(
            JdbcClient jdbc,
            Cards cards,
            Breakers breakers,
            Nodes nodes,
            Reconciliations reconciliations,
            Repairs repairs,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.breakers = breakers;
        this.nodes = nodes;
        this.reconciliations = reconciliations;
        this.repairs = repairs;
        this.clock = clock;
    }

    @Override
    public Activity now(Caller caller) {
        var running = nodes.all();
        return new Activity(Times.inOffice(clock.instant()), running, queues(running), runs(caller));
    }

    private record Open(
            String system,
            long waiting,
            long inFlight,
            long uncertain,
            long held,
            @Nullable OffsetDateTime oldest) {
        static Open none(String system) {
            return new Open(system, 0, 0, 0, 0, null);
        }
    }

    private List<Queue> queues(List<Node> running) {
        var open = jdbc.sql(OPEN).query((row, n) -> open(row)).list().stream()
                .collect(Collectors.toMap(Open::system, Function.identity()));
        return cards.all().stream()
                .map(card -> {
                    var one = open.getOrDefault(card.id(), Open.none(card.id()));
                    return new Queue(
                            card.id(),
                            card.title(),
                            breakers.state(card),
                            one.waiting,
                            one.inFlight,
                            one.uncertain,
                            one.held,
                            one.oldest,
                            attempts(running, card.id()));
                })
                .toList();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getString("system"),
                row.getLong("waiting"),
                row.getLong("in_flight"),
                row.getLong("uncertain"),
                row.getLong("held"),
                timeOrNull(row, "oldest"));
    }

    private static long attempts(List<Node> running, String system) {
        return running.stream()
                .filter(Node::alive)
                .mapToLong(node -> node.attempts().getOrDefault(system, 0L))
                .sum();
    }

    private List<Run> runs(Caller caller) {
        return Stream.concat(
                        reconciliations.list(null, NEWEST).stream()
                                .filter(one -> !one.state().isAtRest())
                                .map(OpenWork::run),
                        repairs.list(caller, NEWEST).stream()
                                .filter(one -> one.state() == Repair.State.RUNNING || one.due() > 0)
                                .map(OpenWork::run))
                .toList();
    }

    private static Run run(Reconciliation one) {
        return new Run(
                Run.Kind.RECONCILIATION,
                one.id(),
                null,
                one.system(),
                one.state().name(),
                one.compared(),
                null,
                one.startedBy(),
                one.startedAt());
    }

    private static Run run(Repair one) {
        return new Run(
                Run.Kind.REPAIR,
                one.id(),
                one.act().name(),
                one.selection().path("system").textValue(),
                one.state().name(),
                one.items() - one.waiting() - one.due(),
                (long) one.items(),
                Objects.requireNonNullElse(one.startedBy(), one.plannedBy()),
                Objects.requireNonNullElse(one.startedAt(), one.plannedAt()));
    }
}
