package vn.lienthong.hub.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.hub.delivery.DeliveryState;

/** The conditions of a question to the deliveries, which it calls {@code d}, and their values, together. */
final class WorkConditions {
    private static final List<DeliveryState> NOT_DONE = List.of(
            DeliveryState.PENDING,
            DeliveryState.LEASED,
            DeliveryState.UNCERTAIN,
            DeliveryState.REFUSED,
            DeliveryState.PARKED);

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    static WorkConditions of(WorkQuery query) {
        var where = new WorkConditions(query.states().isEmpty() ? NOT_DONE : query.states());
        var units = query.scope().units();
        if (!units.contains("*")) {
            var words = units.toArray(String[]::new);
            where.and("(d.province = any (?) or d.province || '/' || d.commune = any (?))", words, words);
        }
        if (query.system() != null) {
            where.and("d.system = ?", query.system());
        }
        if (query.causes() != null) {
            where.and("d.cause = any (?)", (Object) query.causes().toArray(String[]::new));
        }
        if (query.procedure() != null) {
            where.and("d.procedure = ?", query.procedure());
        }
        if (query.dueBefore() != null) {
            where.and("d.legal_due_at < ?", query.dueBefore());
        }
        if (query.since() != null) {
            where.and("d.created_at >= ?", query.since());
        }
        return query.triedOnly() ? where.and("d.tries > 0") : where;
    }

    /** Names of the enum, written out: only then the database sees that its index holds all of them. */
    private WorkConditions(List<DeliveryState> states) {
        sql.append("d.state in (")
                .append(states.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", ")))
                .append(')');
    }

    WorkConditions and(String condition, Object... more) {
        sql.append(" and ").append(condition);
        values.addAll(Arrays.asList(more));
        return this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> valuesAnd(Object... behind) {
        var all = new ArrayList<>(values);
        all.addAll(Arrays.asList(behind));
        return all;
    }
}
