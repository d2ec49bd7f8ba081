package vn.lienthong.hub.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.UnitScope;

/** The conditions of a question to the dossiers; what is null does not narrow. */
final class Where {
    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> params = new ArrayList<>();

    void and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.add(value);
        }
    }

    void scope(UnitScope scope) {
        if (!scope.units().contains("*")) {
            sql.append(" and (province = any (?) or province || '/' || commune = any (?))");
            var units = scope.units().toArray(String[]::new);
            params.add(units);
            params.add(units);
        }
    }

    String sql() {
        return sql.toString();
    }

    List<Object> paramsAnd(Object last) {
        var all = new ArrayList<>(params);
        all.add(last);
        return all;
    }
}
