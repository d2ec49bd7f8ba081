package vn.lienthong.hub.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.UnitScope;

/**
 * Which issued due times to reckon again, in the order of the dossiers' codes.
 *
 * @param scope what the asker may see
 * @param from received on that day of the offices or later
 * @param to received on that day or earlier
 * @param after the code to go on behind
 * @param limit how many that move, at most
 */
public record RecheckQuery(
        UnitScope scope,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String after,
        int limit) {}
