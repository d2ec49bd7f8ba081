package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Ledger;

/** Calls payment systems about orders, and reads what they answer as what is known about the order. */
@Component
class Cashier {
    private static final String INIT = "init";
    private static final String QUERY = "query";
    private static final String BILL = "bill";

    /** What a caller may be sent to. */
    private static final Pattern WEB = Pattern.compile("https?://[\\x21-\\x7e]{1,4000}");

    private final Ledger ledger;
    private final Connector connector;
    private final Breakers breakers;
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

    Cashier(Ledger ledger, Connector connector, Breakers breakers) {
        this.ledger = ledger;
        this.connector = connector;
        this.breakers = breakers;
    }

    /** Has the system open the order. */
    Told open(SystemCard card, PaymentOrder order) {
        return switch (call(card, INIT, order)) {
            case Outcome.Acknowledged said -> opened(said);
            case Outcome.Refused refused -> Told.bare(News.REFUSED, refused.code());
            case Outcome.Absent absent -> Told.bare(News.REFUSED, absent.code());
            case Outcome.Unreachable down -> Told.bare(News.NOT_SENT, down.code());
            case Outcome.Uncertain unclear -> Told.bare(News.IN_DOUBT, unclear.code());
        };
    }

    /** An order that nobody can be sent to pay is as good as unanswered. */
    static Told opened(Outcome.Acknowledged said) {
        var answer = answer(said);
        var url = answer.path("payUrl").asText();
        return WEB.matcher(url).matches()
                ? new Told(News.OPENED, null, text(answer, "reference"), null, url, said.code())
                : Told.bare(News.IN_DOUBT, said.code());
    }

    /** Asks how it stands; a system that cannot be asked, or does not say, has told nothing. */
    Told ask(SystemCard card, PaymentOrder order) {
        return switch (call(card, QUERY, order)) {
            case Outcome.Acknowledged said -> told(answer(said), said.code());
            case Outcome.Absent absent -> Told.bare(News.ABSENT, absent.code());
            case Outcome other -> Told.bare(News.IN_DOUBT, other.code());
        };
    }

    /** What an answer or a confirmation says of an order, in the hub's words. */
    static Told told(JsonNode said, @Nullable String code) {
        var what = switch (said.path("status").asText()) {
            case "paid" -> News.PAID;
            case "failed" -> News.FAILED;
            case "pending" -> News.PENDING;
            default -> News.IN_DOUBT;
        };
        var amount = said.path("amount");
        return new Told(
                what,
                amount.isIntegralNumber() ? amount.asLong() : null,
                text(said, "reference"),
                time(said.path("paidAt")),
                null,
                code);
    }

    /** The receipt of a paid order, where the system has made one. */
    Optional<String> bill(SystemCard card, PaymentOrder order) {
        return call(card, BILL, order) instanceof Outcome.Acknowledged said
                ? Optional.ofNullable(said.receipt())
                : Optional.empty();
    }

    /** A call that is not made reaches nobody. */
    private Outcome call(SystemCard card, String verb, PaymentOrder order) {
        var slot = slots.computeIfAbsent(
                card.id(), id -> new Semaphore(card.limits().concurrency()));
        if (!tryTake(slot, card)) {
            return new Outcome.Unreachable("hub.busy", null, false);
        }
        try {
            var message = message(order);
            return breakers.tryCall(card)
                    ? breakers.call(card, () -> connector.ask(card, verb, message))
                    : new Outcome.Unreachable("hub.breaker", null, false);
        } finally {
            slot.release();
        }
    }

    private static boolean tryTake(Semaphore slot, SystemCard card) {
        try {
            return slot.tryAcquire(card.limits().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What routes are given: the order, what the caller wrote, and the dossier as registered. */
    private ObjectNode message(PaymentOrder order) {
        var message = (ObjectNode) order.request().deepCopy();
        var body = message.putObject("order")
                .put("number", order.number())
                .put("amount", order.amount())
                .put("createdAt", Times.text(order.createdAt()))
                .put("expiresAt", Times.text(order.expiresAt()));
        if (order.reference() != null) {
            body.put("reference", order.reference());
        }
        if (order.paidAt() != null) {
            body.put("paidAt", Times.text(order.paidAt()));
        }
        ledger.find(order.dossier()).ifPresent(dossier -> message.set("dossier", dossier.body()));
        return message;
    }

    private static JsonNode answer(Outcome.Acknowledged said) {
        return said.answer() == null ? Json.MAPPER.createObjectNode() : said.answer();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.get(field).asText() : null;
    }

    /** A time that cannot be read is none; when the news came is good enough. */
    private static @Nullable OffsetDateTime time(JsonNode node) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
