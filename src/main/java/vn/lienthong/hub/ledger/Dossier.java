package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the ledger knows it now.
 *
 * @param receivedAt original reception, set once by the one-stop system named in clockOrigin
 * @param dueSource {@code claimed} (printed on the receipt) or {@code computed} from rule and calendar
 * @param body the registration with names from the code lists
 */
public record Dossier(
        String code,
        String province,
        String commune,
        String procedure,
        String field,
        String channel,
        OffsetDateTime receivedAt,
        String clockOrigin,
        @Nullable OffsetDateTime dueAt,
        @Nullable String dueSource,
        @Nullable String calendarVersion,
        @Nullable String ruleVersion,
        @Nullable String processVersion,
        int lastSeq,
        OffsetDateTime recordedAt,
        JsonNode body,
        DossierState state) {
    public DossierStatus status() {
        return state.status();
    }
}
