package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a dossier folded together. The status is that of the entry which happened last, not of the one which
 * was reported last: a late report adds to the story and does not turn it back.
 *
 * @param statusAt when the entry that gave the status happened
 * @param finishedAt end of processing: the result was signed, or the dossier ended without one
 */
public record DossierState(
        DossierStatus status,
        OffsetDateTime statusAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable OffsetDateTime returnedAt,
        List<Supplement> supplements,
        List<Fee> fees) {

    /** One request for further papers; open until supplied. */
    public record Supplement(
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime suppliedAt,
            @Nullable String reason) {}

    /** @param amount in đồng */
    public record Fee(
            @Nullable String code,
            @Nullable String name,
            long amount,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime paidAt,
            @Nullable String paidVia) {}

    /** As it is kept in the tables. */
    public static DossierState read(String text) {
        return LedgerRows.state(text);
    }

    /** Of a dossier to which nothing has happened since. */
    public static DossierState received(OffsetDateTime at) {
        return new DossierState(DossierStatus.RECEIVED, at, null, null, List.of(), List.of());
    }

    boolean awaitsSupplement() {
        return supplements.stream().anyMatch(supplement -> supplement.suppliedAt == null);
    }

    DossierState after(EntryKind kind, OffsetDateTime at, JsonNode body) {
        var next = kind.leavesIn();
        if (next == null || isBegunAgain(kind, at)) {
            return this;
        }
        var late = at.isBefore(statusAt);
        return new DossierState(
                late ? status : next,
                late ? statusAt : at,
                endOfProcessing(kind, at),
                kind == EntryKind.RESULT_RETURNED ? at : returnedAt,
                supplementsAfter(kind, at, body),
                feesAfter(kind, at, body));
    }

    /** A step after the end of processing turns nothing back. */
    private boolean isBegunAgain(EntryKind kind, OffsetDateTime at) {
        return kind == EntryKind.STEP && kind.beginsNothing(1, at, finishedAt);
    }

    /** Of a refused dossier that was handed in again: its time begins anew, and what was asked for has been supplied. */
    DossierState resubmitted(OffsetDateTime at) {
        var supplied = new ArrayList<>(supplements);
        supplied.replaceAll(s -> s.suppliedAt == null ? new Supplement(s.askedAt, at, s.reason) : s);
        return new DossierState(DossierStatus.RECEIVED, at, null, null, supplied, fees);
    }

    private @Nullable OffsetDateTime endOfProcessing(EntryKind kind, OffsetDateTime at) {
        return switch (kind) {
            case RESULT_SIGNED -> at;
            case RESULT_RETURNED, REFUSED, WITHDRAWN -> finishedAt == null ? at : finishedAt;
            default -> finishedAt;
        };
    }

    private List<Supplement> supplementsAfter(EntryKind kind, OffsetDateTime at, JsonNode body) {
        var list = new ArrayList<>(supplements);
        if (kind == EntryKind.SUPPLEMENT_ASKED) {
            list.add(new Supplement(at, null, text(body.path("supplement"), "reason")));
        } else if (kind == EntryKind.SUPPLEMENT_SUPPLIED) {
            list.replaceAll(s -> s.suppliedAt == null ? new Supplement(s.askedAt, at, s.reason) : s);
        }
        return list;
    }

    private List<Fee> feesAfter(EntryKind kind, OffsetDateTime at, JsonNode body) {
        if (kind != EntryKind.FEE_DUE && kind != EntryKind.FEE_PAID) {
            return fees;
        }
        var list = new ArrayList<>(fees);
        var fee = body.path("fee");
        var code = text(fee, "code");
        if (kind == EntryKind.FEE_DUE) {
            list.add(new Fee(code, text(fee, "name"), fee.path("amount").asLong(), at, null, null));
        } else {
            payInto(list, code, fee, at);
        }
        return list;
    }

    private static void payInto(List<Fee> list, @Nullable String code, JsonNode fee, OffsetDateTime at) {
        for (var i = 0; i < list.size(); i++) {
            var due = list.get(i);
            if (due.paidAt == null && (code == null || code.equals(due.code))) {
                list.set(i, new Fee(due.code, due.name, due.amount, due.dueAt, at, text(fee, "paidVia")));
                return;
            }
        }
        list.add(new Fee(code, text(fee, "name"), fee.path("amount").asLong(), null, at, text(fee, "paidVia")));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.get(field).asText() : null;
    }
}
