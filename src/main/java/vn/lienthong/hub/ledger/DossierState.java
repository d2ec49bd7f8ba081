package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param notes what systems last told of things beside the dossier
 */
public record DossierState(
        DossierStatus status,
        OffsetDateTime statusAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable OffsetDateTime returnedAt,
        List<Supplement> supplements,
        List<Fee> fees,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Note> notes) {

    /** Of a fee that is paid: which one of the dossier, counted from 1. Only the hub itself names it. */
    public static final String PLACE = "place";

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

    /**
     * The newest that a system tells of one thing, such as a parcel, by the system's own time and whatever came last.
     *
     * @param subject what kind of thing
     * @param reference which one of them
     * @param code the system's own word for how it is with it
     */
    public record Note(
            String system,
            String subject,
            @Nullable String reference,
            @Nullable String code,
            String text,
            @Nullable String place,
            OffsetDateTime at) {
        boolean isOfTheSame(Note other) {
            return system.equals(other.system)
                    && subject.equals(other.subject)
                    && java.util.Objects.equals(reference, other.reference);
        }
    }

    /** As it is kept in the tables. */
    public static DossierState read(String text) {
        return LedgerRows.state(text);
    }

    /** Of a dossier to which nothing has happened since. */
    public static DossierState received(OffsetDateTime at) {
        return new DossierState(DossierStatus.RECEIVED, at, null, null, List.of(), List.of(), List.of());
    }

    /** Whether there is a fee in that place, counted from 1, that nobody has paid. */
    public boolean owes(int place) {
        return place > 0 && place <= fees.size() && fees.get(place - 1).paidAt == null;
    }

    boolean awaitsSupplement() {
        return supplements.stream().anyMatch(supplement -> supplement.suppliedAt == null);
    }

    DossierState after(EntryKind kind, OffsetDateTime at, JsonNode body) {
        if (kind == EntryKind.NOTED) {
            return noted(note(body.path("noted"), at));
        }
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
                feesAfter(kind, at, body),
                notes);
    }

    private static Note note(JsonNode noted, OffsetDateTime at) {
        return new Note(
                noted.path("system").asText(),
                noted.path("subject").asText(),
                text(noted, "reference"),
                text(noted, "code"),
                noted.path("text").asText(),
                text(noted, "place"),
                at);
    }

    /** What is told late of something about which newer is known stays in the story, and is not how it is now. */
    private DossierState noted(Note note) {
        var known = notes.stream().filter(note::isOfTheSame).findFirst();
        if (known.isPresent() && note.at.isBefore(known.get().at)) {
            return this;
        }
        var list = new ArrayList<>(notes);
        list.removeIf(note::isOfTheSame);
        list.add(note);
        return new DossierState(status, statusAt, finishedAt, returnedAt, supplements, fees, list);
    }

    /** A step after the end of processing turns nothing back. */
    private boolean isBegunAgain(EntryKind kind, OffsetDateTime at) {
        return kind == EntryKind.STEP && kind.beginsNothing(1, at, finishedAt);
    }

    /** Of a refused dossier that was handed in again: its time begins anew, and what was asked for has been supplied. */
    DossierState resubmitted(OffsetDateTime at) {
        var supplied = new ArrayList<>(supplements);
        supplied.replaceAll(s -> s.suppliedAt == null ? new Supplement(s.askedAt, at, s.reason) : s);
        return new DossierState(DossierStatus.RECEIVED, at, null, null, supplied, fees, notes);
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

    /** The fee in that place where one is named, else the first unpaid one with the code, or with any. */
    private static void payInto(List<Fee> list, @Nullable String code, JsonNode fee, OffsetDateTime at) {
        var place = fee.path(PLACE).asInt();
        for (var i = 0; i < list.size(); i++) {
            var due = list.get(i);
            var meant = place > 0 ? place == i + 1 : code == null || code.equals(due.code);
            if (due.paidAt == null && meant) {
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
