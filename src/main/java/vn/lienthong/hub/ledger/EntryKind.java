package vn.lienthong.hub.ledger;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can happen to a dossier, and the status it leaves the dossier in. */
public enum EntryKind {
    REGISTERED("registered", DossierStatus.RECEIVED),
    STEP("step", DossierStatus.PROCESSING),
    SUPPLEMENT_ASKED("supplement-asked", DossierStatus.AWAITING_SUPPLEMENT),
    SUPPLEMENT_SUPPLIED("supplement-supplied", DossierStatus.PROCESSING),
    FEE_DUE("fee-due", DossierStatus.AWAITING_PAYMENT),
    FEE_PAID("fee-paid", DossierStatus.PROCESSING),
    RESULT_SIGNED("result-signed", DossierStatus.SIGNED),
    RESULT_RETURNED("result-returned", DossierStatus.RETURNED),
    REFUSED("refused", DossierStatus.REFUSED),
    WITHDRAWN("withdrawn", DossierStatus.WITHDRAWN),
    /** A decision moves the reception; see {@link Correction}. */
    RECEPTION_CORRECTED("reception-corrected", null),
    /** The hub tells one system to set right what it shows; nothing happens to the dossier itself. */
    CORRECTION("correction", null),
    /** A system tells something that changes no state, such as where a parcel is. */
    NOTED("noted", null),
    /** The hub begins a part of linked procedures, and tells the system that does it. */
    PART_STARTED("part-started", null),
    PART_DONE("part-done", null),
    PART_REFUSED("part-refused", null),
    /** The hub tells the system of a part to take it back. */
    PART_UNDONE("part-undone", null),
    /** A person ends linked procedures. */
    JOURNEY_STOPPED("journey-stopped", null);

    private static final Map<String, EntryKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(EntryKind::word, Function.identity()));

    private final String word;
    private final @Nullable DossierStatus leavesIn;

    EntryKind(String word, @Nullable DossierStatus leavesIn) {
        this.word = word;
        this.leavesIn = leavesIn;
    }

    /** The word used on every wire and in the tables. */
    public String word() {
        return word;
    }

    /** Absent of what leaves the dossier as it is. */
    @Nullable
    DossierStatus leavesIn() {
        return leavesIn;
    }

    /** Whether it may name the one system that it is for. */
    boolean isAddressed() {
        return this == CORRECTION || this == PART_STARTED || this == PART_UNDONE;
    }

    /**
     * Whether an entry claims to begin what had been finished, as systems that synchronise do. It is on record, and
     * nothing follows from it: no clock starts.
     *
     * @param finishedAt of the dossier after the entry
     */
    public boolean beginsNothing(int seq, OffsetDateTime occurredAt, @Nullable OffsetDateTime finishedAt) {
        return switch (this) {
            case REGISTERED -> seq > 1;
            case STEP -> finishedAt != null && !occurredAt.isBefore(finishedAt);
            default -> false;
        };
    }

    public static Optional<EntryKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
