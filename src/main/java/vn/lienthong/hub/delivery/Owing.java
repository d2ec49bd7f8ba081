package vn.lienthong.hub.delivery;

import static vn.lienthong.hub.security.Caller.isSystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.commit.Columns;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.EntriesAppended;
import vn.lienthong.hub.ledger.EntriesAppended.Appended;

/** Recipient List: in the transaction that appends entries, notes for each which systems must know it. */
@Component
final class Owing {
    /** With what people sort and narrow them down by; a trigger does it for whoever leaves that out. */
    private static final String INSERT = """
            insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at,
              legal_due_at, province, commune, procedure)
            select o.system, o.dossier, o.seq, o.entry, o.operation, 'PENDING', o.at, o.at,
              coalesce(d.due_at, 'infinity'), d.province, d.commune, d.procedure
            from unnest(?::text[], ?::text[], ?::int[], ?::uuid[], ?::text[], ?::timestamptz[]) with ordinality
              as o (system, dossier, seq, entry, operation, at, n)
            join dossier d on d.code = o.dossier order by o.n""";

    private record Owed(String system, Appended entry, String operation, String at) {}

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
        var owed = new ArrayList<Owed>();
        var at = appended.at().toString();
        for (var entry : appended.entries()) {
            for (var subscriber : subscribers.all()) {
                if (subscriber.wants(entry.kind().word(), entry.province(), entry.commune())) {
                    owe(subscriber.card(), entry, at, owed);
                }
            }
            for (var card : cards.all()) {
                if (card.subscribers() == null) {
                    owe(card, entry, at, owed);
                }
            }
        }
        write(owed);
    }

    private static void owe(SystemCard card, Appended entry, String at, List<Owed> owed) {
        card.receiving(
                        entry.kind().word(),
                        entry.addressee(),
                        noted(entry, card.id()),
                        entry.procedure(),
                        entry.field(),
                        entry.channel())
                .filter(rule -> rule.afterEnd() || !entry.afterEnd())
                // nobody is told what it told itself
                .filter(rule -> !isSystem(entry.source(), card.id()))
                .ifPresent(rule -> owed.add(new Owed(card.id(), entry, rule.operation(), at)));
    }

    private static Set<String> noted(Appended entry, String system) {
        return entry.notes().stream()
                .filter(note -> note.system().equals(system))
                .map(DossierState.Note::subject)
                .collect(Collectors.toSet());
    }

    private void write(List<Owed> owed) {
        if (owed.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            var statement = connection.prepareStatement(INSERT);
            new Columns<>(statement, owed)
                    .add(1, "text", Owed::system)
                    .add(2, "text", o -> o.entry().dossier())
                    .add(3, "int", o -> o.entry().seq())
                    .add(4, "uuid", o -> o.entry().id())
                    .add(5, "text", Owed::operation)
                    .add(6, "timestamptz", Owed::at);
            return statement;
        });
        var systems = owed.stream().map(Owed::system).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                systems.forEach(dispatchers::nudge);
            }
        });
    }
}
