package vn.lienthong.hub.desk;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Caller;

/** Lists that a person keeps under a name of their own. */
@Component
public class SavedViews {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SavedViews(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record SavedView(String name, String query) {}

    public List<SavedView> of(Caller caller) {
        return jdbc.sql("select name, query from saved_view where owner = ? order by name limit ?")
                .params(caller.client(), MOST)
                .query((row, n) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    /** Under a name that is there already, the new one takes its place. */
    public void keep(Caller caller, String name, String query) {
        var stripped = name.strip();
        if (!stripped.isEmpty()) {
            jdbc.sql("""
                            insert into saved_view (owner, name, query, at) values (?, ?, ?, ?)
                            on conflict (owner, name) do update set query = excluded.query, at = excluded.at""")
                    .params(
                            caller.client(),
                            stripped.substring(0, Math.min(LONGEST_NAME, stripped.length())),
                            query,
                            Times.inOffice(clock.instant()))
                    .update();
        }
    }

    public void forget(Caller caller, String name) {
        jdbc.sql("delete from saved_view where owner = ? and name = ?")
                .params(caller.client(), name)
                .update();
    }
}
