package vn.lienthong.hub.reconciliation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules.Field;

/** A system cannot show yet what is still on its way to it: that is no difference. */
@Component
class InFlight {
    private static final String OPEN = """
            select distinct dossier from delivery where system = ? and dossier = any (?)
              and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED')""";

    private final JdbcTemplate jdbc;

    InFlight(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Times are true from the first message on; states and fees follow the messages. */
    List<Difference> without(String system, List<Difference> found) {
        var asked = found.stream()
                .filter(InFlight::follows)
                .map(Difference::dossier)
                .toList();
        if (asked.isEmpty()) {
            return found;
        }
        var open = open(system, asked);
        return found.stream()
                .filter(f -> !follows(f) || !open.contains(f.dossier()))
                .toList();
    }

    private static boolean follows(Difference difference) {
        return difference.kind() == Kind.STATUS
                || difference.kind() == Kind.FEE
                || difference.kind() == Kind.TIME && !difference.field().equals(Field.RECEIVED_AT.word());
    }

    private Set<String> open(String system, List<String> dossiers) {
        return new HashSet<>(jdbc.query(
                OPEN,
                statement -> {
                    statement.setString(1, system);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", dossiers.toArray()));
                },
                (row, n) -> row.getString(1)));
    }
}
