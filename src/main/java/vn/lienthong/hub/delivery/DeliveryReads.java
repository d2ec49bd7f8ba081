package vn.lienthong.hub.delivery;

import static vn.lienthong.hub.commit.Rows.timeOrNull;
import static vn.lienthong.hub.commit.Rows.treeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Times;

/** How far dossiers have come, read from the deliveries. */
@Component
class DeliveryReads implements Deliveries, Duties {
    /** Of each system the oldest delivery that is not done, else the last one; times are those of the last that arrived. */
    private static final String LEGS = """
            select distinct on (d.system) d.system, d.operation, d.state, d.tries, d.due_at, d.code, d.answer,
              last.sent_at, last.acknowledged_at, last.stored
            from delivery d
            left join lateral (select max(x.sent_at) as sent_at, max(x.acknowledged_at) as acknowledged_at,
                (array_agg(x.stored order by x.seq desc) filter (where x.stored is not null))[1] as stored
              from delivery x where x.dossier = d.dossier and x.system = d.system) last on true
            where d.dossier = ?
            order by d.system, d.state in ('DELIVERED', 'SKIPPED'),
              case when d.state in ('DELIVERED', 'SKIPPED') then -d.seq else d.seq end""";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Turns turns;

    DeliveryReads(JdbcClient jdbc, Cards cards, Turns turns) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.turns = turns;
    }

    @Override
    public List<Leg> legs(String dossier) {
        return jdbc.sql(LEGS).param(dossier).query((row, n) -> leg(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Duty> find(UUID entry, String system) {
        return jdbc.sql("select state, code, acknowledged_at from delivery where entry = ? and system = ?")
                .params(entry, system)
                .query((row, n) -> new Duty(
                        row.getString("state").equals(DeliveryState.DELIVERED.name()),
                        row.getString("state").equals(DeliveryState.REFUSED.name()),
                        row.getString("code"),
                        timeOrNull(row, "acknowledged_at")))
                .optional();
    }

    private Optional<Leg> leg(ResultSet row) throws SQLException {
        var card = cards.find(row.getString("system"));
        return card.isEmpty() ? Optional.empty() : Optional.of(leg(row, card.get()));
    }

    private Leg leg(ResultSet row, SystemCard card) throws SQLException {
        var state = DeliveryState.valueOf(row.getString("state"));
        var due = row.getObject("due_at", OffsetDateTime.class);
        var waits = state == DeliveryState.PENDING || state == DeliveryState.UNCERTAIN;
        return new Leg(
                card.id(),
                card.title(),
                row.getString("operation"),
                state.name(),
                row.getInt("tries"),
                waits && due.toInstant().isBefore(Settled.HELD)
                        ? Times.inOffice(turns.notBefore(card, due.toInstant()))
                        : null,
                turns.waitingOn(card, state),
                turns.inWords(card, state, row.getString("code"), row.getString("answer")),
                timeOrNull(row, "sent_at"),
                timeOrNull(row, "acknowledged_at"),
                treeOrNull(row, "stored"),
                card.times(),
                turns.advice(card, state, row.getString("code"), row.getString("answer")));
    }
}
