package vn.lienthong.hub.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a question and their values, together. */
final class Where {
    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** The dossiers of the units that are asked for, as far as the caller may see them. */
    static Where units(Asked asked) {
        var where = new Where();
        var scope = asked.caller().scope().units();
        if (!scope.contains("*")) {
            var units = scope.toArray(String[]::new);
            where.and("(d.province = any (?) or d.province || '/' || d.commune = any (?))", units, units);
        }
        where.andIf("d.province = ?", asked.province());
        where.andIf("d.commune = ?", asked.commune());
        return where;
    }

    Where and(String condition, Object... more) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(more));
        return this;
    }

    Where andIf(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    String sql() {
        return sql.toString();
    }

    /** In the order of the question marks, behind those that stand before the conditions. */
    List<Object> values(Object... before) {
        var all = new ArrayList<>(List.of(before));
        all.addAll(values);
        return all;
    }
}
