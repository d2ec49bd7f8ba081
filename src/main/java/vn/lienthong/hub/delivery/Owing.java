package vn.lienthong.hub.delivery;

import static vn.lienthong.hub.security.Caller.isSystem;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.EntriesAppended;
import vn.lienthong.hub.ledger.EntriesAppended.Appended;

/** Recipient List: in the transaction that appends entries, notes for each which systems must know it. */
@Component
final class Owing {
    private static final String INSERT = """
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
            values (?, ?, ?, ?, ?, 'PENDING', ?, ?)""";

    private final Cards cards;
    private final Subscribers subscribers;
    private final JdbcTemplate jdbc;
    private final Dispatchers dispatchers;

    Owing(Cards cards, Subscribers subscribers, JdbcTemplate jdbc, Dispatchers dispatchers) {
        this.cards = cards;
        this.subscribers = subscribers;
        this.jdbc = jdbc;
        this.dispatchers = dispatchers;
    }

    @EventListener
    void owe(EntriesAppended appended) {
        var rows = new ArrayList<Object[]>();
        var systems = new HashSet<String>();
        var at = Times.inOffice(appended.at());
        for (var entry : appended.entries()) {
            for (var subscriber : subscribers.all()) {
                if (subscriber.wants(entry.kind().word(), entry.province(), entry.commune())) {
                    owe(subscriber.card(), entry, at, rows, systems);
                }
            }
            for (var card : cards.all()) {
                if (card.subscribers() == null) {
                    owe(card, entry, at, rows, systems);
                }
            }
        }
        write(rows, systems);
    }

    private static void owe(
            SystemCard card, Appended entry, OffsetDateTime at, List<Object[]> rows, Set<String> systems) {
        card.receiving(entry.kind().word(), entry.addressee(), entry.procedure(), entry.field(), entry.channel())
                .filter(rule -> rule.afterEnd() || !entry.afterEnd())
                // nobody is told what it told itself
                .filter(rule -> !isSystem(entry.source(), card.id()))
                .ifPresent(rule -> {
                    rows.add(new Object[] {card.id(), entry.dossier(), entry.seq(), entry.id(), rule.operation(), at, at
                    });
                    systems.add(card.id());
                });
    }

    private void write(List<Object[]> rows, Set<String> systems) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(INSERT, rows);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                systems.forEach(dispatchers::nudge);
            }
        });
    }
}
