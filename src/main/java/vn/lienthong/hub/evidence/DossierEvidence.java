package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Trail;
import vn.lienthong.hub.delivery.DeliveryRecords;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.Fingerprints;
import vn.lienthong.hub.ledger.Ledger;

/** Everything that is known of one dossier, read at one moment, without the people in it. */
@Component
class DossierEvidence {
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final DeliveryRecords deliveries;
    private final Differences differences;
    private final Trail trail;
    private final DueTime dueTime;
    private final Views views;
    private final WorkingMinutes working;
    private final TransactionTemplate oneMoment;

    DossierEvidence(
            Ledger ledger,
            Fingerprints fingerprints,
            DeliveryRecords deliveries,
            Differences differences,
            Trail trail,
            DueTime dueTime,
            Views views,
            WorkingMinutes working,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.deliveries = deliveries;
        this.differences = differences;
        this.trail = trail;
        this.dueTime = dueTime;
        this.views = views;
        this.working = working;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /**
     * The evidence of a dossier that there is.
     *
     * @param now what an unfinished dossier is held against, and what the evidence says it was made at
     */
    ObjectNode of(String code, OffsetDateTime now) {
        return Objects.requireNonNull(oneMoment.execute(status ->
                read(ledger.find(code).orElseThrow(() -> new IllegalStateException("a dossier is gone")), now)));
    }

    private ObjectNode read(Dossier dossier, OffsetDateTime now) {
        var bare = new Bare(dossier.body());
        var codes = codes(dossier);
        var sent = deliveries.of(dossier.code());
        var shown = views.of(dossier, sent, differences.shown(dossier.receivedAt(), codes));
        var tree = Json.MAPPER.createObjectNode();
        tree.put("format", Manifest.FORMAT).put("madeAt", Times.text(now));
        tree.set("dossier", head(dossier));
        tree.set("verdict", verdict(Verdict.of(dossier, now, working)));
        tree.set("clocks", new Clocks(dossier, views, now).of(shown));
        tree.set("deadline", dueTime.of(dossier));
        tree.set("supplements", supplements(dossier, bare));
        tree.set(
                "entries",
                new Entries(fingerprints.of(dossier.code()), bare)
                        .of(ledger.entries(dossier.code(), 0, Integer.MAX_VALUE)));
        tree.set("deliveries", new Sendings(bare).of(sent));
        tree.set("discrepancies", discrepancies(bare, codes));
        tree.set("audit", audit(dossier.code()));
        return tree;
    }

    /** A system may know the dossier by the code of the national portal. */
    private static String[] codes(Dossier dossier) {
        return Stream.of(dossier.code(), dossier.body().path("nationalCode").asText())
                .filter(code -> !code.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private static ObjectNode head(Dossier dossier) {
        var body = dossier.body();
        var head = Json.MAPPER.createObjectNode();
        head.put("code", dossier.code()).put("channel", dossier.channel());
        Stream.of("nationalCode", "procedure", "unit")
                .filter(body::hasNonNull)
                .forEach(field -> head.set(field, body.get(field)));
        return head.put("status", dossier.status().word())
                .put("statusAt", Times.text(dossier.state().statusAt()))
                .put("entries", dossier.lastSeq());
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = Json.MAPPER.valueToTree(verdict);
        return node.put("words", verdict.word().vietnamese());
    }

    private static ArrayNode supplements(Dossier dossier, Bare bare) {
        var list = Json.MAPPER.createArrayNode();
        dossier.state().supplements().forEach(supplement -> {
            ObjectNode node = Json.MAPPER.valueToTree(supplement);
            var reason = bare.text(supplement.reason());
            list.add(reason == null ? node : node.put("reason", reason));
        });
        return list;
    }

    private JsonNode discrepancies(Bare bare, String... codes) {
        var found = differences.of(codes);
        ArrayNode list = Json.MAPPER.valueToTree(found);
        for (int n = 0; n < found.size(); n++) {
            var one = (ObjectNode) list.get(n);
            List.of("ours", "theirs").stream()
                    .filter(one::hasNonNull)
                    .forEach(side -> one.put(side, bare.text(one.get(side).asText())));
        }
        return list;
    }

    private ObjectNode audit(String code) {
        var acts = trail.acts(code);
        var audit = Json.MAPPER.createObjectNode();
        audit.set("acts", Json.MAPPER.valueToTree(acts));
        audit.set("seals", Json.MAPPER.valueToTree(trail.seals(acts)));
        return audit;
    }
}
