package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a dossier stands: received → processing → waiting for papers or money → signed → returned. */
public enum DossierStatus {
    RECEIVED,
    PROCESSING,
    AWAITING_SUPPLEMENT,
    AWAITING_PAYMENT,
    SIGNED,
    RETURNED,
    REFUSED,
    WITHDRAWN;

    private final String word = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    @JsonValue
    public String word() {
        return word;
    }

    /** Nothing happens to the dossier after this. */
    public boolean isEnd() {
        return this == RETURNED || this == REFUSED || this == WITHDRAWN;
    }

    @JsonCreator
    public static DossierStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dossier status " + word));
    }
}
