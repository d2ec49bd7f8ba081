package vn.lienthong.hub.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.UnitScope;

/** The conditions of a question to the dossiers, which it calls {@code d}, and their values, together. */
public final class DossierConditions {
    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** The dossiers of the units that are asked for, as far as the asker may see them; what is null does not narrow. */
    public static DossierConditions of(UnitScope scope, @Nullable String province, @Nullable String commune) {
        var conditions = new DossierConditions();
        if (!scope.units().contains("*")) {
            var units = scope.units().toArray(String[]::new);
            conditions.and("(d.province = any (?) or d.province || '/' || d.commune = any (?))", units, units);
        }
        return conditions.andIf("d.province = ?", province).andIf("d.commune = ?", commune);
    }

    /** @param more the values of its question marks, in their order */
    public DossierConditions and(String condition, Object... more) {
        sql.append(" and ").append(condition);
        Collections.addAll(values, more);
        return this;
    }

    public DossierConditions andIf(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    public String sql() {
        return sql.toString();
    }

    /** In the order of the question marks, behind those that stand before the conditions. */
    public List<Object> values(Object... before) {
        var all = new ArrayList<>(List.of(before));
        all.addAll(values);
        return all;
    }

    /** The same, and one that stands behind them. */
    public List<Object> valuesAnd(Object last) {
        var all = values();
        all.add(last);
        return all;
    }
}
