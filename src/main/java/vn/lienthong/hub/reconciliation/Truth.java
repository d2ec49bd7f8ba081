package vn.lienthong.hub.reconciliation;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.ComparisonRules.Field;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.DossierState.Fee;

/**
 * A dossier as the ledger has it, as far as it is compared.
 *
 * @param story its entries folded together; read only for what the other fields do not tell
 */
record Truth(
        String code,
        String procedure,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime dueAt,
        String status,
        Supplier<DossierState> story) {

    /** Of a dossier of which only the reception is known or asked for. */
    static Truth ofReception(String code, OffsetDateTime receivedAt) {
        return new Truth(code, "", receivedAt, null, "", () -> DossierState.received(receivedAt));
    }

    @Nullable
    OffsetDateTime time(Field field) {
        return switch (field) {
            case RECEIVED_AT -> receivedAt;
            case DUE_AT -> dueAt;
            case FINISHED_AT -> story.get().finishedAt();
            case RETURNED_AT -> story.get().returnedAt();
            case STATUS, FEE -> throw new IllegalArgumentException(field + " is no time");
        };
    }

    /** In đồng: all that was paid. */
    long paid() {
        return story.get().fees().stream()
                .filter(fee -> Objects.nonNull(fee.paidAt()))
                .mapToLong(Fee::amount)
                .sum();
    }
}
