package vn.lienthong.hub.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    WITHDRAWN("withdrawn", DossierStatus.WITHDRAWN);

    private static final Map<String, EntryKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(EntryKind::word, Function.identity()));

    private final String word;
    private final DossierStatus leavesIn;

    EntryKind(String word, DossierStatus leavesIn) {
        this.word = word;
        this.leavesIn = leavesIn;
    }

    /** The word used on every wire and in the tables. */
    public String word() {
        return word;
    }

    DossierStatus leavesIn() {
        return leavesIn;
    }

    public static Optional<EntryKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
