package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.delivery.DeliveryRecords;
import vn.lienthong.hub.delivery.Messages;
import vn.lienthong.hub.delivery.Messages.Told;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.privacy.Masking;
import vn.lienthong.hub.security.Caller;

/** Shows what was kept, within the caller's units. */
@Component
class KeptExchanges implements Exchanges {
    private final DeliveryRecords deliveries;
    private final Messages messages;
    private final ExchangeRows rows;
    private final Audit audit;

    KeptExchanges(DeliveryRecords deliveries, Messages messages, ExchangeRows rows, Audit audit) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.rows = rows;
        this.audit = audit;
    }

    @Override
    public List<DeliveryLine> deliveries(String dossier) {
        var kept = rows.keptOf(dossier);
        return deliveries.of(dossier).stream()
                .map(one -> new DeliveryLine(
                        one.id(),
                        one.system(),
                        one.seq(),
                        one.operation(),
                        one.state(),
                        one.attempts().stream()
                                .map(a -> new DeliveryLine.Try(
                                        a.n(),
                                        a.kind(),
                                        a.startedAt(),
                                        a.outcome(),
                                        a.code(),
                                        kept.contains(new ExchangeRows.Place(one.id(), a.n()))))
                                .toList()))
                .toList();
    }

    @Override
    public Optional<ExchangesOf> masked(long delivery, Caller caller) {
        return visible(delivery, caller).map(told -> Masked.of(whole(told)));
    }

    @Override
    public Optional<ExchangesOf> disclosed(long delivery, String purpose, Caller caller) {
        return visible(delivery, caller).map(told -> {
            audit.record(new AuditRow(
                            caller.client(),
                            "exchange.disclose",
                            told.dossier(),
                            null,
                            purpose,
                            "delivery " + told.delivery()))
                    .join();
            return whole(told);
        });
    }

    @Override
    public Optional<Anonymised> anonymised(long delivery, int attempt, Caller caller) {
        return visible(delivery, caller)
                .map(this::whole)
                .flatMap(whole -> whole.attempts().reversed().stream()
                        .filter(one -> attempt == 0 ? one.kept() : one.n() == attempt)
                        .findFirst()
                        .map(one -> Anonymised.of(whole, one)));
    }

    @Override
    public Optional<List<Change>> difference(long delivery, int one, int other, Caller caller) {
        return visible(delivery, caller).flatMap(told -> {
            var masking = Masking.of(told.message());
            var all = rows.of(delivery);
            return tree(all, one)
                    .flatMap(first ->
                            tree(all, other).map(second -> Comparison.between(first, second, masking, masking)));
        });
    }

    private static Optional<JsonNode> tree(List<Exchange> all, int n) {
        return all.stream().filter(one -> one.n() == n).findFirst().map(one -> {
            var tree = Json.MAPPER.<com.fasterxml.jackson.databind.node.ObjectNode>valueToTree(one);
            tree.remove(List.of("n", "startedAt", "endedAt"));
            return tree;
        });
    }

    private Optional<Told> visible(long delivery, Caller caller) {
        return messages.find(delivery).filter(told -> caller.scope().covers(told.province(), told.commune()));
    }

    private ExchangesOf whole(Told told) {
        return new ExchangesOf(
                told.delivery(),
                told.system(),
                told.dossier(),
                told.operation(),
                false,
                told.message(),
                rows.of(told.delivery()));
    }
}
