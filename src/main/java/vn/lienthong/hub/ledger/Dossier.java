package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.deadline.Balance;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.Wait;
import vn.lienthong.hub.json.Times;

/**
 * A dossier as the ledger knows it now.
 *
 * @param receivedAt original reception, set once by the one-stop system named in clockOrigin
 * @param dueAt the due time that was issued; {@link #balance} says where it stands after a supplement
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

    /** The rules that its due time was issued under, or would have been where the office claimed one. */
    public Optional<Procedure.RuleVersion> rules() {
        return Optional.ofNullable(ruleVersion).map(Procedure.RuleVersion::parse);
    }

    /** How it stands against its due time at that moment, or at the end of processing; nothing without a due time. */
    public Optional<Balance> balance(Deadlines deadlines, Instant now) {
        var finishedAt = state.finishedAt();
        var at = finishedAt == null ? Times.inOffice(now) : finishedAt;
        return Optional.ofNullable(dueAt).map(issued -> deadlines.balance(receivedAt, issued, waits(), pauses(), at));
    }

    private int pauses() {
        return rules().map(Procedure.RuleVersion::pauses).orElse(Procedure.RuleVersion.USUAL_PAUSES);
    }

    /**
     * A supplement that nobody supplied is waited for until the end of processing, as the portal counts. One asked for
     * before a refused dossier was handed in again belongs to the time before.
     */
    private List<Wait> waits() {
        return state.supplements().stream()
                .filter(asked -> !asked.askedAt().isBefore(receivedAt))
                .map(asked ->
                        new Wait(asked.askedAt(), asked.suppliedAt() == null ? state.finishedAt() : asked.suppliedAt()))
                .toList();
    }
}
