package vn.lienthong.hub.facade;

import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.exchange.Anonymised;
import vn.lienthong.hub.exchange.Change;
import vn.lienthong.hub.exchange.DeliveryLine;
import vn.lienthong.hub.exchange.Exchanges;
import vn.lienthong.hub.exchange.ExchangesOf;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** One delivery, number 7, with two attempts. */
final class PlayedExchanges implements Exchanges {
    private static ExchangesOf exchanges(boolean masked) {
        var message = Json.MAPPER.createObjectNode().put("name", masked ? "‹name›" : "Nguyễn Văn Mẫu");
        return new ExchangesOf(7, "civil-status", "H24.129-250812-0001", "register", masked, message, List.of());
    }

    @Override
    public List<DeliveryLine> deliveries(String dossier) {
        var first = new DeliveryLine.Try(1, "SEND", FakeLedger.RECEIVED, "refused", "500", true);
        return List.of(new DeliveryLine(7, "civil-status", 1, "register", "REFUSED", List.of(first)));
    }

    @Override
    public Optional<ExchangesOf> masked(long delivery, Caller caller) {
        return delivery == 7 ? Optional.of(exchanges(true)) : Optional.empty();
    }

    @Override
    public Optional<ExchangesOf> disclosed(long delivery, String purpose, Caller caller) {
        return delivery == 7 ? Optional.of(exchanges(false)) : Optional.empty();
    }

    @Override
    public Optional<Anonymised> anonymised(long delivery, int attempt, Caller caller) {
        return masked(delivery, caller)
                .map(all -> new Anonymised(
                        all.system(), all.operation(), "SEND", "refused", "500", null, all.message(), List.of()));
    }

    @Override
    public Optional<List<Change>> difference(long delivery, int one, int other, Caller caller) {
        return delivery == 7 && one <= 2 && other <= 2
                ? Optional.of(List.of(new Change("outcome", "refused", "acknowledged")))
                : Optional.empty();
    }
}
