package vn.lienthong.hub.delivery;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Times;

/** The receivers that this node delivers to beside the systems; whoever keeps them says which there are. */
@Component
public class Subscribers {
    private static final String PASS_OVER = """
            update delivery d set state = 'SKIPPED' from entry e
            where e.id = d.entry and d.system = ? and d.state in ('PENDING', 'UNCERTAIN', 'PARKED', 'REFUSED')
              and e.recorded_at < ?""";
    private static final String DUE_AGAIN = """
            update delivery set state = 'PENDING', due_at = ?, attempts = 0
            where system = ? and state in ('PENDING', 'UNCERTAIN', 'PARKED', 'REFUSED')""";
    private static final String OWE_AGAIN = """
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
            select ?, e.dossier, e.seq, e.id, ?, 'PENDING', ?, ? from entry e join dossier s on s.code = e.dossier
            where e.recorded_at >= ? and e.kind = any (?)
              and ('*' = any (?) or s.province = any (?) or s.province || '/' || s.commune = any (?))
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final Dispatchers dispatchers;
    private final InstantSource clock;
    private volatile List<Subscriber> all = List.of();

    Subscribers(JdbcClient jdbc, Dispatchers dispatchers, InstantSource clock) {
        this.jdbc = jdbc;
        this.dispatchers = dispatchers;
        this.clock = clock;
    }

    List<Subscriber> all() {
        return all;
    }

    /** From now on these, and no others. */
    public void are(List<Subscriber> subscribers) {
        all = List.copyOf(subscribers);
        dispatchers.deliverTo(all.stream().map(Subscriber::card).toList());
    }

    /**
     * Everything that has not arrived and was recorded then or later is due now, also what was recorded while nobody was
     * owed it; what was recorded before is passed over. Within the caller's transaction.
     */
    public void recover(Subscriber subscriber, OffsetDateTime since) {
        var card = subscriber.card();
        var now = Times.inOffice(clock.instant());
        var units = subscriber.scope().units().toArray(String[]::new);
        var rule = card.receives().getFirst();
        jdbc.sql(PASS_OVER).params(card.id(), since).update();
        jdbc.sql(DUE_AGAIN).params(now, card.id()).update();
        jdbc.sql(OWE_AGAIN)
                .params(card.id(), rule.operation(), now, now, since, entries(subscriber, rule), units, units, units)
                .update();
    }

    private static String[] entries(Subscriber subscriber, SystemCard.Receives rule) {
        return (subscriber.entries().isEmpty() ? rule.entries() : subscriber.entries()).toArray(String[]::new);
    }

    /** Nobody is there any more: what is open is passed over. */
    public void forget(String system) {
        jdbc.sql("update delivery set state = 'SKIPPED' where system = ? and state not in ('DELIVERED', 'SKIPPED')")
                .param(system)
                .update();
    }

    /** What has not arrived. */
    public Backlog backlog(String system, OffsetDateTime before) {
        return jdbc.sql("""
                        select count(*), coalesce(bool_or(tries > 0 and created_at < ?), false),
                          coalesce(bool_or(state = 'REFUSED'), false), coalesce(bool_or(state = 'PARKED'), false)
                        from delivery
                        where system = ? and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'PARKED', 'REFUSED')""")
                .params(before, system)
                .query((row, n) -> new Backlog(row.getLong(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .single();
    }

    /**
     * @param waiting how many
     * @param inVain one that was there before was tried and has not arrived
     * @param refused it will never take one
     * @param spent one was tried as often as the card allows
     */
    public record Backlog(long waiting, boolean inVain, boolean refused, boolean spent) {}
}
