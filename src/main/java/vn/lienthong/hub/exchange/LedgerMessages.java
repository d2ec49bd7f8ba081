package vn.lienthong.hub.exchange;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.delivery.Messages;
import vn.lienthong.hub.delivery.Messages.Told;
import vn.lienthong.hub.security.Caller;

/** Reads messages page by page, as the ledger has them. */
@Component
class LedgerMessages implements RecordedMessages {
    private final Messages messages;
    private final Audit audit;

    LedgerMessages(Messages messages, Audit audit) {
        this.messages = messages;
        this.audit = audit;
    }

    @Override
    public Page read(Asked asked, Caller caller) {
        var found = messages.since(asked.since(), asked.system(), asked.after(), asked.most());
        var visible = found.stream()
                .filter(told -> caller.scope().covers(told.province(), told.commune()))
                .map(LedgerMessages::recorded)
                .toList();
        if (!visible.isEmpty()) {
            var which = "deliveries %d to %d"
                    .formatted(visible.getFirst().delivery(), visible.getLast().delivery());
            audit.record(new AuditRow(caller.client(), "exchange.replay", null, null, asked.purpose(), which))
                    .join();
        }
        return new Page(
                visible, found.size() < asked.most() ? null : found.getLast().delivery());
    }

    private static Recorded recorded(Told told) {
        return new Recorded(told.delivery(), told.system(), told.dossier(), told.operation(), told.message());
    }
}
