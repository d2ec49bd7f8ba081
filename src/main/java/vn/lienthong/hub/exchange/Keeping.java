package vn.lienthong.hub.exchange;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.delivery.AttemptsMade;
import vn.lienthong.hub.delivery.AttemptsMade.Made;

/**
 * Keeps what went over the wire with the attempts that it belongs to, in their transaction. One call that carried many
 * deliveries is kept once.
 */
@Component
public class Keeping {
    private final ExchangeRows rows;
    private final Samples samples;

    Keeping(ExchangeRows rows, ExchangeSettings settings) {
        this.rows = rows;
        this.samples = new Samples(settings);
    }

    @EventListener
    void keep(AttemptsMade made) {
        var byCall = new IdentityHashMap<Tape, List<Made>>();
        for (var attempt : made.attempts()) {
            var known = byCall.get(attempt.tape());
            if (known != null) {
                known.add(attempt);
            } else if (isKept(attempt)) {
                byCall.put(attempt.tape(), new ArrayList<>(List.of(attempt)));
            }
        }
        if (!byCall.isEmpty()) {
            rows.add(byCall.values().stream().map(KeptExchange::of).toList());
        }
    }

    /** Keeps one for what it shows, if it is not kept yet. */
    public void keep(Made attempt) {
        if (!rows.isKept(attempt.delivery(), attempt.n())) {
            rows.add(List.of(KeptExchange.of(List.of(attempt))));
        }
    }

    private boolean isKept(Made attempt) {
        return !(attempt.outcome() instanceof Acknowledged) || samples.take(attempt.system(), attempt.endedAt());
    }
}
