package vn.lienthong.hub.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Changes;

/**
 * Carries out what persons decide about deliveries: one statement for any number of them, which changes only those that
 * are in a state for the act. From there on the dispatcher does with them what it does with all.
 */
@Component
public class ByHand {
    /** The code of a delivery that a person holds back. */
    public static final String HELD = "hub.held";

    /**
     * A parked one that was sent before is asked about first where the system can be asked. One that never was sent
     * releases what is behind it here, because its arrival will not.
     */
    private static final String ACT = """
            with picked as (
              select id, state as was, tries from delivery
              where id = any (:ids) and state = any (:states) and (:act <> 'RELEASE' or code = 'hub.held')
                and (:act <> 'RETRY' or due_at < :never or state <> 'PENDING')
                and (:act <> 'PROBE' or system = any (:askable))
              order by id for update),
            moved as (
              update delivery d set lease = null, attempts = 0, ask_only = :act = 'PROBE' and p.was <> 'UNCERTAIN',
                due_at = :now, code = case when :act = 'HOLD' then :held else d.code end,
                answer = case when :act = 'HOLD' then null else d.answer end,
                cause = case when :act = 'HOLD' then null else d.cause end,
                state = case
                  when :act = 'SKIP' then 'SKIPPED'
                  when :act = 'HOLD' then 'PARKED'
                  when :act = 'PROBE' or p.was = 'UNCERTAIN' then 'UNCERTAIN'
                  when p.was = 'PARKED' and p.tries > 0 and d.system = any (:askable) then 'UNCERTAIN'
                  else 'PENDING' end
              from picked p where d.id = p.id
              returning d.id, d.dossier, d.system, d.seq, p.was, d.state as became, p.tries),
            followers as (
              update delivery f set due_at = case when :act = 'HOLD' then :never else :now end
              from moved m
              where f.dossier = m.dossier and f.system = m.system and f.seq > m.seq and f.state = 'PENDING'
                and (m.tries = 0 or :act in ('SKIP', 'HOLD')) and f.id <> all (:ids))
            select * from moved order by id""";

    private final JdbcClient jdbc;
    private final Cards cards;
    private final Dispatchers dispatchers;
    private final Changes changes;
    private final InstantSource clock;

    ByHand(JdbcClient jdbc, Cards cards, Dispatchers dispatchers, Changes changes, InstantSource clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.dispatchers = dispatchers;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Within the caller's transaction.
     *
     * @return those that it changed
     */
    public List<Handled> act(Act act, Collection<Long> deliveries) {
        var handled = jdbc.sql(ACT)
                .param("ids", deliveries.toArray(Long[]::new))
                .param("states", act.states())
                .param("act", act.name())
                .param("askable", askable())
                .param("held", HELD)
                .param("never", Times.inOffice(Settled.HELD))
                .param("now", Times.inOffice(now()))
                .query((row, n) -> handled(row))
                .list();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(handled);
            }
        });
        return handled;
    }

    /** Whether a system can be asked what it has. */
    public boolean canBeAsked(String system) {
        return cards.find(system)
                .filter(card -> card.uncertain() == SystemCard.Uncertain.PROBE)
                .isPresent();
    }

    /** The systems that can be asked what they have. */
    public String[] askable() {
        return cards.all().stream()
                .filter(card -> card.uncertain() == SystemCard.Uncertain.PROBE)
                .map(SystemCard::id)
                .toArray(String[]::new);
    }

    private void tell(List<Handled> handled) {
        handled.stream().map(Handled::system).collect(Collectors.toSet()).forEach(dispatchers::nudge);
        handled.forEach(one -> changes.happened(one.dossier()));
    }

    private Instant now() {
        return clock.instant();
    }

    private static Handled handled(ResultSet row) throws SQLException {
        return new Handled(
                row.getLong("id"),
                row.getString("dossier"),
                row.getString("system"),
                DeliveryState.valueOf(row.getString("was")),
                DeliveryState.valueOf(row.getString("became")),
                row.getInt("tries"));
    }
}
