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
    CORRECTION("correction", null);

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
