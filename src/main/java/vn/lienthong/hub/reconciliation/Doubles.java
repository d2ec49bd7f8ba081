package vn.lienthong.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;

/**
 * What only the list as a whole can tell: a dossier that stands there twice, and an interlinked case that stands there
 * beside the dossier it belongs to, so that both count.
 */
@Component
class Doubles {
    private static final int STRETCH = 5_000;
    private static final String TWICE = """
            select s.code, count(*) > 1 as listed_twice, max(s.linked_to) filter (where s.linked_to is not null
                and exists (select from shown o where o.reconciliation = s.reconciliation and o.code = s.linked_to))
              as counted_as
            from shown s where s.reconciliation = ? and s.code > ? group by s.code
            having count(*) > 1 or max(s.linked_to) is not null order by s.code limit ?""";

    private final JdbcClient jdbc;

    Doubles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Double(
            String code, boolean listedTwice, @Nullable String countedAs) {}

    Pass next(Run run) {
        var doubles = jdbc.sql(TWICE)
                .params(run.id(), run.reached(), STRETCH)
                .query((row, n) -> read(row))
                .list();
        if (doubles.isEmpty()) {
            return new Pass(null, 0, List.of());
        }
        var found = new ArrayList<Difference>();
        for (var dossier : doubles) {
            if (dossier.listedTwice) {
                found.add(Difference.ofDossier(
                        dossier.code, Kind.DUPLICATE, dossier.code, dossier.code, "listed-twice", Remedy.ESCALATE));
            }
            if (dossier.countedAs != null) {
                found.add(Difference.ofDossier(
                        dossier.code,
                        Kind.COUNTED_TWICE,
                        dossier.code,
                        dossier.countedAs,
                        "interlinked",
                        Remedy.ESCALATE));
            }
        }
        return new Pass(doubles.getLast().code, 0, found);
    }

    private static Double read(ResultSet row) throws SQLException {
        return new Double(row.getString("code"), row.getBoolean("listed_twice"), row.getString("counted_as"));
    }
}
