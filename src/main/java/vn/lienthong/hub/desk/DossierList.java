package vn.lienthong.hub.desk;

import static java.util.Comparator.comparing;
import static vn.lienthong.hub.commit.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.ledger.DossierStatus;

/**
 * The dossiers of the deliveries that a question finds, by page and in the order of those deliveries; each with all that
 * became of it. A page goes on behind a delivery, as the list of deliveries does.
 */
@Component
public class DossierList {
    private static final List<DeliveryState> WORST_FIRST = List.of(
            DeliveryState.REFUSED,
            DeliveryState.PARKED,
            DeliveryState.UNCERTAIN,
            DeliveryState.PENDING,
            DeliveryState.LEASED,
            DeliveryState.SKIPPED,
            DeliveryState.DELIVERED);
    private static final String DOSSIERS = """
            select d.code, d.status, d.procedure, d.recorded_at,
              (select e.body::json #>> '{step,name}' from entry e where e.dossier = d.code and e.kind = 'step'
               order by e.seq desc limit 1) as step
            from dossier d where d.code = any (?)""";

    private final JdbcClient jdbc;
    private final WorkList list;

    DossierList(JdbcClient jdbc, WorkList list) {
        this.jdbc = jdbc;
        this.list = list;
    }

    /**
     * One page.
     *
     * @param next the delivery that the next page goes on behind; null: there is none
     */
    public record Page(List<DossierItem> items, @Nullable Long next) {}

    private record Head(
            String code,
            DossierStatus status,
            String procedure,
            @Nullable String step,
            OffsetDateTime recordedAt) {}

    public Page page(WorkQuery query, @Nullable Long after, int rows) {
        var firsts = list.firsts(query, after, rows + 1);
        var shown = firsts.subList(0, Math.min(rows, firsts.size()));
        var codes = shown.stream().map(WorkItem::dossier).toList();
        var heads = heads(codes);
        var deliveries = list.of(codes).stream().collect(Collectors.groupingBy(WorkItem::dossier));
        var items = codes.stream()
                .map(code ->
                        item(Objects.requireNonNull(heads.get(code)), Objects.requireNonNull(deliveries.get(code))))
                .toList();
        return new Page(items, firsts.size() > rows ? shown.getLast().id() : null);
    }

    private Map<String, Head> heads(Collection<String> codes) {
        return jdbc.sql(DOSSIERS).param(codes.toArray(String[]::new)).query((row, n) -> head(row)).list().stream()
                .collect(Collectors.toMap(Head::code, head -> head));
    }

    private static DossierItem item(Head head, List<WorkItem> all) {
        var worst = all.stream()
                .min(comparing((WorkItem item) -> WORST_FIRST.indexOf(item.state()))
                        .thenComparing(item -> item.state().isDone() ? -item.id() : item.id()))
                .orElseThrow();
        var last =
                all.stream().map(WorkItem::changedAt).max(comparing(at -> at)).orElseThrow();
        return new DossierItem(head.code, head.status, head.procedure, head.step, worst, all, head.recordedAt, last);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("code"),
                DossierStatus.of(row.getString("status")),
                row.getString("procedure"),
                row.getString("step"),
                time(row, "recorded_at"));
    }
}
