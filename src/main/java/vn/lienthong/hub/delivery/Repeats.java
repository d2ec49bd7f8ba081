package vn.lienthong.hub.delivery;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Times;

@Component
class Repeats implements Redelivery {
    private static final String LAST = """
            select d.id, gen_random_uuid() as lease, d.system, d.dossier, d.seq, d.operation, 'UNCERTAIN' as was, d.attempts,
              d.tries, e.id as entry, e.kind, e.occurred_at, e.received_at, e.recorded_at, e.body, e.state as entry_state,
              s.body as dossier_body, false as ask_only, null as patch
            from delivery d join entry e on e.id = d.entry join dossier s on s.code = d.dossier
            where d.system = ? and d.dossier = ? and d.state = 'DELIVERED' order by d.seq desc limit 1""";
    /** The first is due now, those behind it when it is done: as when they were new. */
    private static final String AGAIN = """
            update delivery set state = 'PENDING', due_at = ?, attempts = 0
            where system = ? and dossier = ? and state = 'DELIVERED'""";

    private static final String SKIP = """
            with skipped as (update delivery set state = 'SKIPPED'
              where system = ? and entry = ? and state in ('REFUSED', 'PARKED') returning dossier, system, seq)
            update delivery d set due_at = ? from skipped s
            where d.dossier = s.dossier and d.system = s.system and d.seq > s.seq and d.state = 'PENDING'""";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Connector connector;
    private final Breakers breakers;
    private final Dispatchers dispatchers;
    private final InstantSource clock;

    Repeats(
            JdbcClient jdbc,
            Cards cards,
            Connector connector,
            Breakers breakers,
            Dispatchers dispatchers,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.connector = connector;
        this.breakers = breakers;
        this.dispatchers = dispatchers;
        this.clock = clock;
    }

    @Override
    public Outcome ask(String system, String dossier) {
        var card = cards.get(system);
        var last = jdbc.sql(LAST)
                .params(system, dossier)
                .query((row, n) -> DeliveryRows.leased(row))
                .optional();
        if (last.isEmpty()) {
            return new Outcome.Uncertain("hub.never-delivered", null);
        }
        if (!breakers.tryCall(card)) {
            return new Outcome.Unreachable("hub.unreachable", null, false);
        }
        return breakers.call(
                card,
                () -> connector.probe(card, last.get().message(), last.get().headers()));
    }

    @Override
    public int again(String system, String dossier) {
        var due = jdbc.sql(AGAIN)
                .params(Times.inOffice(clock.instant()), system, dossier)
                .update();
        dispatchers.nudge(system);
        return due;
    }

    @Override
    public void skip(String system, UUID entry) {
        jdbc.sql(SKIP).params(system, entry, Times.inOffice(clock.instant())).update();
        dispatchers.nudge(system);
    }
}
