package vn.lienthong.hub.inquiry;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
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
        var begin = System.nanoTime();
        var outcome = connector.test(card);
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return new Reached(isReached(outcome), outcome.word(), millis, cause(outcome, card));
    }

    private static boolean isReached(Outcome outcome) {
        return !(outcome instanceof Outcome.Unreachable || outcome instanceof Outcome.Uncertain);
    }

    private static @Nullable String cause(Outcome outcome, SystemCard card) {
        var words = said(outcome);
        return switch (outcome) {
            case Outcome.Refused refused -> "kết nối được, nhưng hệ thống từ chối" + words;
            case Outcome.Unreachable down ->
                (down.platform() ? "nền tảng chia sẻ " + card.platform() + " báo lỗi" : "không gọi được") + words;
            case Outcome.Uncertain unclear -> "không rõ" + words;
            default -> null;
        };
    }

    private static String said(Outcome outcome) {
        var words = outcome.text() == null || outcome.text().isBlank() ? outcome.code() : outcome.text();
        return words == null ? "" : ": " + words;
    }
}
