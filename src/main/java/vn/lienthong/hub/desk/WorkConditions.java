package vn.lienthong.hub.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.hub.delivery.DeliveryState;

/** The conditions of a question to the deliveries, which it calls {@code d} or otherwise, and their values, together. */
final class WorkConditions {
    private static final List<DeliveryState> NOT_DONE = List.of(
            DeliveryState.PENDING,
            DeliveryState.LEASED,
            DeliveryState.UNCERTAIN,
            DeliveryState.REFUSED,
            DeliveryState.PARKED);
    private static final String OF_CITIZEN = "select dossier from dossier_citizen where citizen = decode(?, 'hex')";
    private static final Pattern D = Pattern.compile("\\bd\\.");

    private final String name;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    static WorkConditions of(WorkQuery query) {
        return of(query, "d");
    }

    /** @param name of the deliveries in the question */
    static WorkConditions of(WorkQuery query, String name) {
        var where = new WorkConditions(name, states(query));
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
        if (query.citizen() != null) {
            where.and("d.dossier = any (array(" + OF_CITIZEN + "))", query.citizen());
        }
        return query.triedOnly() ? where.and("d.tries > 0") : where;
    }

    private static List<DeliveryState> states(WorkQuery query) {
        if (!query.states().isEmpty()) {
            return query.states();
        }
        return query.citizen() == null ? NOT_DONE : List.of(DeliveryState.values());
    }

    /** Names of the enum, written out: only then the database sees that its index holds all of them. */
    private WorkConditions(String name, List<DeliveryState> states) {
        this.name = name;
        sql.append(name)
                .append(".state in (")
                .append(states.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", ")))
                .append(')');
    }

    /** @param condition to deliveries that it calls {@code d} */
    WorkConditions and(String condition, Object... more) {
        sql.append(" and ").append(D.matcher(condition).replaceAll(name + "."));
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
