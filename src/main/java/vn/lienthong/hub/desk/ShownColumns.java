package vn.lienthong.hub.desk;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.security.Caller;

/** Which columns of the work list a person wants to see; all, until they say. Which dossier it is stays always. */
@Component
public class ShownColumns {
    public static final List<String> ALL = List.of(
            "state", "procedure", "cause", "system", "step", "attempts", "next", "left", "turn", "first", "last");

    private final JdbcClient jdbc;

    ShownColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> of(Caller caller) {
        return jdbc.sql("select shown from shown_columns where owner = ?")
                .param(caller.client())
                .query((row, n) -> Set.of((String[]) row.getArray("shown").getArray()))
                .optional()
                .orElseGet(() -> Set.copyOf(ALL));
    }

    /** What is no column is left out. */
    public void keep(Caller caller, Collection<String> columns) {
        var known = new LinkedHashSet<>(ALL);
        known.retainAll(columns);
        jdbc.sql("""
                        insert into shown_columns (owner, shown) values (?, ?)
                        on conflict (owner) do update set shown = excluded.shown""").params(caller.client(), known.toArray(String[]::new)).update();
    }
}
