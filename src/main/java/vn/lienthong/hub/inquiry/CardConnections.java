package vn.lienthong.hub.inquiry;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.security.Caller;

/** Tests connections as the routes and cards say. What comes of it opens and closes no breaker: it is no traffic. */
@Component
class CardConnections implements Connections {
    private final Cards cards;
    private final Connector connector;
    private final Audit audit;

    CardConnections(Cards cards, Connector connector, Audit audit) {
        this.cards = cards;
        this.connector = connector;
        this.audit = audit;
    }

    @Override
    public Reached test(String system, Caller caller) {
        var card = cards.get(system);
        audit.record(new AuditRow(caller.client(), "system.test", null, null, null, system))
                .join();
        return Reached.of(card, () -> connector.test(card));
    }
}
